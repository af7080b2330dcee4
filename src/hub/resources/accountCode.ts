/**
 * Of California's Standardized Account Code Structure, what is needed here: four digits each. Widths and order of its fields are those
 * that the state publishes with its financial data (CDE, SACS Readme File 2008-09, www.cde.ca.gov/ds/fd/fd/sacsreadme0809.asp).
 */
export type AccountCodes = { readonly resource: string; readonly object: string };

/**
 * The resource and object of an account string in the order of the state's structure: fund (2), resource (4), project year (1),
 * goal (4), function (4), object (4), then what a district adds. Undefined when the string is no such account.
 */
export function parseAccountString(text: string): AccountCodes | undefined {
  const match = /^\d{2}[-. ]?(\d{4})[-. ]?\d[-. ]?\d{4}[-. ]?\d{4}[-. ]?(\d{4})(?:[-. ]?[\dA-Za-z]+)*$/.exec(
    text.trim(),
  );
  return match?.[1] && match[2] ? { resource: match[1], object: match[2] } : undefined;
}

/** Four digits of a code; spreadsheets take leading zeros away, so that fewer are filled up. Undefined where it is no code. */
export function parseCode(text: string): { readonly code: string; readonly isFilled: boolean } | undefined {
  const digits = /^(\d{1,4})(?:\.0+)?$/.exec(text.trim())?.[1];
  return digits ? { code: digits.padStart(4, '0'), isFilled: digits.length < 4 } : undefined;
}

/** Object codes below 8000 are spent, from 8000 on received. */
export function isRevenue(object: string): boolean {
  return object >= '8000' && object <= '8999';
}

const objectClasses = [
  { from: '1000', until: '1999', name: 'Certificated salaries' },
  { from: '2000', until: '2999', name: 'Classified salaries' },
  { from: '3000', until: '3999', name: 'Employee benefits' },
  { from: '4000', until: '4999', name: 'Books and supplies' },
  { from: '5000', until: '5999', name: 'Services and other operating' },
  { from: '6000', until: '6999', name: 'Capital outlay' },
  { from: '7000', until: '7999', name: 'Other outgo' },
  { from: '8000', until: '8999', name: 'Revenue' },
] as const;

/** What money of an object code buys, in the words of the California School Accounting Manual. */
export function objectClassName(object: string): string {
  return objectClasses.find(({ from, until }) => object >= from && object <= until)?.name ?? 'No object code';
}

export type ObjectRange = { readonly first: string; readonly last: string };

/** `5800` or `5000-5999`; undefined for anything else, null for nothing. */
export function parseObjectRange(text: string): ObjectRange | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  const match = /^(\d{4})(?: ?(?:-|–|to) ?(\d{4}))?$/.exec(written);
  if (!match?.[1]) return undefined;
  const range = { first: match[1], last: match[2] ?? match[1] };
  return range.first <= range.last ? range : undefined;
}

/** `5800` or `5000-5999` of a range. */
export function objectRangeText({ first, last }: ObjectRange): string {
  return first === last ? first : `${first}–${last}`;
}
