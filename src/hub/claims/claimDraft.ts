import { findMeasure } from '../../measures/registry.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { findStudentGroup, type StudentGroup } from '../../vocabulary/studentGroup.ts';
import { type ClaimTerms, type DonorRule, panelMethods, type Taking } from './claimTerms.ts';
import { takingsOf } from './yearlyGain.ts';

/** What the first step of the form chooses. */
export type ClaimSubject = {
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  readonly taken: Taking;
};

/** A sentence for each field that is not right, by the field's name. */
export type FieldErrors = ReadonlyMap<string, string>;

type Parties = readonly { readonly cds: string; readonly position: number }[];
type Form = Readonly<Record<string, string>>;

const longest = { question: 500, evidence: 1000 };
/** As far back as any public file goes, and as far ahead as a partnership plans. */
const yearsAllowed = { least: 1990, ahead: 15, most: 40 };

/** The subject that an address or a form names; undefined when a part is missing or the measure cannot be taken so. */
export function parseClaimSubject(measureId = '', groupCode = '', taking = ''): ClaimSubject | undefined {
  const measure = findMeasure(measureId);
  const group = findStudentGroup(groupCode);
  const taken = measure && takingsOf(measure).find((one) => one === taking);
  return measure && group && taken ? { measure, group, taken } : undefined;
}

/**
 * Reads what a person fixes of a claim, or says field by field what is not right. `thisYear` is the school year under way;
 * `ownCds` the district of whoever registers, which the claim must be about, or null for somebody of no district.
 */
export function parseClaimDraft(
  form: Form,
  { measure, group, taken }: ClaimSubject,
  parties: Parties,
  { thisYear, ownCds }: { readonly thisYear: number; readonly ownCds: string | null },
): { readonly ok: true; readonly value: ClaimTerms } | { readonly ok: false; readonly errors: FieldErrors } {
  const errors = new Map<string, string>();
  const question = parseWords(form, 'question', 'Ask the question in your own words.', errors);
  const evidence = parseWords(form, 'evidence', 'Say beforehand what would count as evidence.', errors);
  const treated = parties
    .filter(({ position, cds }) => form[`treated-${position}`] === cds)
    .map(({ cds }) => cds);
  if (treated.length === 0) errors.set('treated', 'Tick the districts the claim is about.');
  else if (ownCds !== null && !treated.includes(ownCds))
    errors.set('treated', 'A claim about other districts alone is theirs to register: tick your own, too.');
  const years = parseYears(form, thisYear, errors);
  const method = panelMethods.find((one) => one === form.method);
  if (!method) errors.set('method', 'Choose the method beforehand.');
  const donors = parseDonors(form, errors);
  const smallestThatMatters = parseSmallest(form.smallest ?? '', errors);
  if (errors.size > 0 || !years || !method || !donors) return { ok: false, errors };
  return {
    ok: true,
    value: {
      question,
      evidence,
      outcome: { measureId: measure.id, group: group.code, taken },
      treated,
      ...years,
      method,
      donors,
      smallestThatMatters,
    },
  };
}

function parseWords(
  form: Form,
  field: keyof typeof longest,
  missing: string,
  errors: Map<string, string>,
): string {
  const words = form[field]?.trim() ?? '';
  if (!words) errors.set(field, missing);
  else if (words.length > longest[field]) errors.set(field, `Keep this under ${longest[field]} characters.`);
  return words;
}

function parseYears(form: Form, thisYear: number, errors: Map<string, string>) {
  const year = (field: string): number | undefined => {
    const text = form[field]?.trim() ?? '';
    const value = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= yearsAllowed.least && value <= thisYear + yearsAllowed.ahead) return value;
    errors.set(field, 'Choose a school year.');
    return undefined;
  };
  const firstYear = year('firstYear');
  const firstTreatedYear = year('firstTreatedYear');
  const lastYear = year('lastYear');
  if (firstYear === undefined || firstTreatedYear === undefined || lastYear === undefined) return undefined;
  if (firstTreatedYear - firstYear < 2)
    errors.set('firstYear', 'Begin at least two school years before the start: one year shows no pace.');
  if (lastYear < firstTreatedYear)
    errors.set('lastYear', 'The last school year cannot lie before the start.');
  if (lastYear - firstYear >= yearsAllowed.most)
    errors.set('lastYear', `Look at no more than ${yearsAllowed.most} school years.`);
  return { firstYear, firstTreatedYear, lastYear };
}

function parseDonors(form: Form, errors: Map<string, string>): DonorRule | undefined {
  const unifiedOnly = form.unifiedOnly === 'yes';
  if (form.donors === 'similar') return { kind: 'similar', unifiedOnly };
  if (form.donors !== 'students') {
    errors.set('donors', 'Choose the rule that picks the districts to compare with.');
    return undefined;
  }
  const text = (form.least ?? '').trim().replaceAll(',', '');
  const least = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (least < 1) {
    errors.set('least', 'Give the least number of students, as in 10,000.');
    return undefined;
  }
  return { kind: 'students', least, unifiedOnly };
}

/** Decimal text above zero, without zeros that say nothing, so that equal registrations have equal text. */
function parseSmallest(text: string, errors: Map<string, string>): string {
  const plain = text.trim().replace(/\s*%$/, '');
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(plain) || Number(plain) <= 0) {
    errors.set('smallest', 'Give the smallest change that would matter: a number above zero, as in 2.5.');
    return '';
  }
  return String(Number(plain));
}
