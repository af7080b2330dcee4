/** What a column of a ledger export can hold. */
export const ledgerColumns = [
  {
    id: 'day',
    name: 'Day',
    hint: 'When it was posted. Leave empty for sums by account.',
    names: /^(post(ed|ing)? ?(date|day)?|date|day|trans(action)? date|gl date|effective date|je date)$/i,
  },
  {
    id: 'description',
    name: 'Description',
    hint: 'What for. Lines that belong to the work are shown to the partner: leave it empty if it names people.',
    names: /^(description|desc|memo|narrative|vendor|payee|line description|trans(action)? description)$/i,
  },
  {
    id: 'reference',
    name: 'Reference',
    hint: 'Document, purchase order or journal number.',
    names:
      /^(ref(erence)?( ?#| no\.?| number)?|document( ?#| no\.?| number)?|doc( ?#| no\.?)?|po( ?#| number)?|journal( ?#| number)?|je ?#)$/i,
  },
  {
    id: 'account',
    name: 'Account string',
    hint: 'Like 01-7390-0-1110-1000-4310. Instead of the two codes.',
    names: /^(account( ?string| ?code| ?number)?|acct|sacs( ?(string|code|account))?|gl account)$/i,
  },
  {
    id: 'resource',
    name: 'Resource code',
    hint: 'Four digits.',
    names: /^(resource( ?code)?|res|rsrc|program resource)$/i,
  },
  { id: 'object', name: 'Object code', hint: 'Four digits.', names: /^(object( ?code)?|obj|obje)$/i },
  {
    id: 'amount',
    name: 'Amount',
    hint: 'Spent above zero, credits below zero.',
    names:
      /^(amount|amt|net|net amount|actuals?|expenditures?|expense|spent|total amount|budget|revised budget|adopted budget)( ?\(?\$\)?)?$/i,
  },
  { id: 'debit', name: 'Debit', hint: 'Instead of one amount.', names: /^(debits?|dr|debit amount)$/i },
  { id: 'credit', name: 'Credit', hint: 'Instead of one amount.', names: /^(credits?|cr|credit amount)$/i },
] as const;
export type LedgerColumnId = (typeof ledgerColumns)[number]['id'];

/** Which heading holds what; the headings themselves, so that it can be remembered for the district's next file. */
export type LedgerMapping = { readonly [column in LedgerColumnId]?: string };

/** The headings of a table: of its first 25 rows the one that names the most columns. */
export function findHeadings(rows: readonly (readonly string[])[]): {
  readonly row: number;
  readonly headings: readonly string[];
} {
  let best = { row: 0, found: 0 };
  for (const [i, row] of rows.slice(0, 25).entries()) {
    const found = ledgerColumns.filter(({ names }) => row.some((cell) => names.test(cell))).length;
    if (found > best.found) best = { row: i, found };
  }
  return { row: best.row, headings: distinct(rows[best.row] ?? []) };
}

/** A heading that comes twice, or is empty, is told by its place. */
function distinct(cells: readonly string[]): string[] {
  return cells.map((cell, i) => {
    const name = cell === '' ? `Column ${i + 1}` : cell;
    return cells.slice(0, i).includes(cell) ? `${name} (column ${i + 1})` : name;
  });
}

/** The mapping of the district's last file where all its headings are here; else what the headings say. */
export function guessMapping(
  headings: readonly string[],
  remembered: LedgerMapping | undefined,
): LedgerMapping {
  const known = remembered && Object.values(remembered).every((heading) => headings.includes(heading));
  if (remembered && known) return remembered;
  const guess: { [column in LedgerColumnId]?: string } = {};
  const taken = new Set<string>();
  for (const { id, names } of ledgerColumns) {
    const heading = headings.find((one) => names.test(one) && !taken.has(one));
    if (!heading) continue;
    guess[id] = heading;
    taken.add(heading);
  }
  return guess;
}

/** What a mapping lacks before a file can be read with it, by column; empty when it is whole. */
export function mappingErrors(
  mapping: LedgerMapping,
  headings: readonly string[],
): Map<LedgerColumnId, string> {
  const errors = new Map<LedgerColumnId, string>();
  const used = new Map<string, string>();
  for (const { id, name } of ledgerColumns) {
    const heading = mapping[id];
    if (heading === undefined) continue;
    const other = used.get(heading);
    if (!headings.includes(heading)) errors.set(id, 'The file has no such column.');
    else if (other) errors.set(id, `This column is chosen for “${other}” already.`);
    used.set(heading, name);
  }
  if (!mapping.amount && !(mapping.debit && mapping.credit))
    errors.set('amount', 'Choose the column with the amount, or one for debits and one for credits.');
  if (mapping.amount && (mapping.debit || mapping.credit))
    errors.set('debit', 'Choose one column with the amount, or debits and credits: not both.');
  if (!mapping.account && !mapping.resource && !mapping.object)
    errors.set('account', 'Choose the account string, or the resource code and the object code.');
  if (mapping.account && (mapping.resource || mapping.object))
    errors.set('account', 'Choose the account string, or the codes: not both.');
  return errors;
}
