/** A concurrent initiative as a person wrote it down. Years are calendar years. */
export type InitiativeDraft = {
  readonly name: string;
  readonly fromYear: number;
  /** Null while it runs. */
  readonly toYear: number | null;
  /** It reached every district of the state, those compared with too. */
  readonly statewide: boolean;
  /** The districts of the partnership it ran in; none when it is statewide. */
  readonly districtIds: readonly string[];
  readonly words: string;
  readonly source: string;
};

type Parties = readonly { readonly districtId: string; readonly cds: string; readonly position: number }[];

const longest = { name: 120, words: 500, source: 300 };

/** Reads the form of an initiative, or says field by field what is not right. `thisYear` is the calendar year. */
export function parseInitiativeDraft(
  form: Readonly<Record<string, string>>,
  parties: Parties,
  thisYear: number,
):
  | { readonly ok: true; readonly value: InitiativeDraft }
  | { readonly ok: false; readonly errors: ReadonlyMap<string, string> } {
  const errors = new Map<string, string>();
  const text = (field: keyof typeof longest, missing: string) => {
    const value = form[field]?.trim() ?? '';
    if (!value) errors.set(field, missing);
    else if (value.length > longest[field])
      errors.set(field, `Keep this under ${longest[field]} characters.`);
    return value;
  };
  const name = text('name', 'Say what the initiative is called.');
  const words = text('words', 'Say in a few words what it did.');
  const source = text('source', 'Name the source: a reader must be able to look it up.');
  const fromYear = parseYear(form.fromYear, thisYear);
  if (fromYear === undefined) errors.set('fromYear', `Give the year it began, from 1950 to ${thisYear + 5}.`);
  const toYear = form.toYear?.trim() ? parseYear(form.toYear, thisYear) : null;
  if (toYear === undefined)
    errors.set('toYear', `Give the year it ended, or leave this empty while it runs.`);
  else if (toYear !== null && fromYear !== undefined && toYear < fromYear)
    errors.set('toYear', 'It cannot have ended before it began.');
  const statewide = form.reach === 'statewide';
  const districtIds = statewide
    ? []
    : parties
        .filter(({ position, cds }) => form[`district-${position}`] === cds)
        .map((one) => one.districtId);
  if (form.reach !== 'statewide' && form.reach !== 'districts')
    errors.set('reach', 'Say whether it ran in the whole state or in these districts only.');
  else if (!statewide && districtIds.length === 0) errors.set('district', 'Tick the districts it ran in.');
  if (errors.size > 0 || fromYear === undefined || toYear === undefined) return { ok: false, errors };
  return { ok: true, value: { name, fromYear, toYear, statewide, districtIds, words, source } };
}

/** A calendar year that a reform can have; undefined for anything else. */
export function parseYear(text: string | undefined, thisYear: number): number | undefined {
  const year = /^\d{4}$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN;
  return year >= 1950 && year <= thisYear + 5 ? year : undefined;
}
