/**
 * California's County-District-School code: 2 + 5 + 7 digits. A district's school part is all zeros, a
 * county's district part too, and the state is fourteen zeros.
 */
export type Cds = string & { readonly brand: 'Cds' };

export type CdsLevel = 'state' | 'county' | 'district' | 'school';

/** Undefined when the text is not 14 digits, or its county is not one of the 58. */
export function parseCds(text: string): Cds | undefined {
  if (!/^\d{14}$/.test(text)) return undefined;
  const county = Number(text.slice(0, 2));
  if (county > 58) return undefined;
  if (county === 0 && text !== '00000000000000') return undefined;
  return text as Cds;
}

export function cdsLevel(cds: Cds): CdsLevel {
  if (cds.startsWith('00')) return 'state';
  if (!cds.endsWith('0000000')) return 'school';
  return cds.slice(2, 7) === '00000' ? 'county' : 'district';
}

/** The code of the district a school or a district belongs to. */
export function districtOfCds(cds: Cds): Cds {
  return `${cds.slice(0, 7)}0000000` as Cds;
}
