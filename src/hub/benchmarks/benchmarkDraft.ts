import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { type FocusAreaId, type TargetProvenance, targetProvenances } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { Grade } from '../../vocabulary/grade.ts';
import { parseTargetValue } from './parseTargetValue.ts';

export type YearValue = { readonly year: number; readonly value: string };

/** One district's targets as a person filled them in; values are decimal text in the measure's unit. */
export type SeriesDraft = {
  readonly baseline: YearValue;
  readonly provenance: TargetProvenance;
  readonly reason: string;
  readonly planGoal: string | null;
  readonly targets: readonly YearValue[];
};

export type BenchmarkDraft = {
  readonly focusArea: FocusAreaId;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly grade: Grade;
  readonly wording: string;
  readonly series: ReadonlyMap<string, SeriesDraft>;
};

/** A sentence for each field that is not right, by the field's name. */
export type FieldErrors = ReadonlyMap<string, string>;
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

export type SeriesContext = {
  readonly measure: MeasureDefinition;
  /** Put before each field's name: `1-` for the first district. */
  readonly prefix: string;
  /** The district's shown figures for this measure and group, by school year. */
  readonly figures: readonly YearValue[];
  /** The school year that is under way. */
  readonly currentYear: number;
  /** Targets of earlier years, kept as they were. */
  readonly pastTargets: readonly YearValue[];
};

/** How many school years ahead a form asks for, the one under way included. */
export const yearsAhead = 6;

/** The school year that is under way on a day: it begins in July. */
export function schoolYearOn(day: Date): number {
  return day.getUTCFullYear() + (day.getUTCMonth() >= 6 ? 1 : 0);
}

const longest = { reason: 1000, planGoal: 500, wording: 300 };

/** Reads one district's part of the form, or says field by field what is not right. */
export function parseSeriesDraft(
  form: Readonly<Record<string, string>>,
  context: SeriesContext,
): Parsed<SeriesDraft> {
  const { measure, prefix, figures } = context;
  const errors = new Map<string, string>();
  const field = (name: string) => form[prefix + name]?.trim() ?? '';

  const baselineYear = Number(field('baseline'));
  const baseline = figures.find((figure) => figure.year === baselineYear);
  if (figures.length === 0)
    errors.set(
      `${prefix}baseline`,
      'No figure is published for this group, so there is nothing to start from.',
    );
  else if (!baseline) errors.set(`${prefix}baseline`, 'Choose the school year to start from.');

  const provenance = targetProvenances.find((known) => known === field('provenance'));
  if (!provenance)
    errors.set(`${prefix}provenance`, 'Say whether these targets are agreed, proposed or a placeholder.');

  const reason = field('reason');
  if (!reason)
    errors.set(`${prefix}reason`, 'Give the reason for these targets: both districts will read it.');
  else if (reason.length > longest.reason)
    errors.set(`${prefix}reason`, `Keep the reason under ${longest.reason} characters.`);

  const planGoal = field('planGoal');
  if (planGoal.length > longest.planGoal)
    errors.set(`${prefix}planGoal`, `Keep the plan goal under ${longest.planGoal} characters.`);

  const targets = parseTargets(form, context, errors);
  const last = targets.at(-1);
  if (last && baseline && errors.size === 0 && !isBetter(measure, last.value, baseline.value)) {
    errors.set(
      `${prefix}target-${last.year}`,
      `The last target must be better than the ${schoolYearName(baseline.year)} figure of ${baseline.value}: ${measure.direction === 'down' ? 'lower' : 'higher'}.`,
    );
  }
  if (errors.size > 0 || !baseline || !provenance) return { ok: false, errors };
  return {
    ok: true,
    value: {
      baseline,
      provenance,
      reason,
      planGoal: planGoal || null,
      targets: [...context.pastTargets, ...targets],
    },
  };
}

function parseTargets(
  form: Readonly<Record<string, string>>,
  { measure, prefix, currentYear }: SeriesContext,
  errors: Map<string, string>,
): YearValue[] {
  const targets: YearValue[] = [];
  for (const [name, text] of Object.entries(form)) {
    const year = name.startsWith(`${prefix}target-`)
      ? Number(name.slice(`${prefix}target-`.length))
      : Number.NaN;
    if (!Number.isInteger(year) || text.trim() === '') continue;
    const value = parseTargetValue(text, measure.unit);
    if (year < currentYear)
      errors.set(name, `The school year ${schoolYearName(year)} is over: a target must lie ahead.`);
    else if (year >= currentYear + 30) errors.set(name, 'That is more than thirty years ahead.');
    else if (!value.ok) errors.set(name, value.message);
    else targets.push({ year, value: value.value });
  }
  if (targets.length === 0 && errors.size === 0) {
    errors.set(`${prefix}target-${currentYear}`, 'Give a target for at least one school year.');
  }
  return targets.sort((a, b) => a.year - b.year);
}

function isBetter(measure: MeasureDefinition, value: string, baseline: string): boolean {
  const gain = Number(value) - Number(baseline);
  return measure.direction === 'down' ? gain < 0 : gain > 0;
}

/** Reads what the benchmark itself says: its wording. */
export function parseWording(form: Readonly<Record<string, string>>): Parsed<string> {
  const wording = form.wording?.trim() ?? '';
  if (!wording)
    return {
      ok: false,
      errors: new Map([['wording', 'Say in your own words what this benchmark promises.']]),
    };
  if (wording.length > longest.wording) {
    return {
      ok: false,
      errors: new Map([['wording', `Keep the wording under ${longest.wording} characters.`]]),
    };
  }
  return { ok: true, value: wording };
}
