import { findMeasure } from '../../measures/registry.ts';
import { type FocusAreaId, focusAreas, type StrategyId, strategies } from '../../vocabulary/partnership.ts';
import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type PracticeGradeId, practiceGrades } from './practiceWords.ts';
import { readField, readLink, readTicked } from './readField.ts';

/** A practice as a person describes it. */
export type PracticeDraft = {
  readonly name: string;
  readonly done: string;
  readonly focusArea: FocusAreaId;
  readonly strategy: StrategyId;
  readonly measureId: string;
  readonly groups: readonly StudentGroupCode[];
  readonly grades: readonly PracticeGradeId[];
  readonly hours: string | null;
  readonly people: string | null;
  readonly materials: string | null;
  readonly link: string | null;
  /** Where it was begun; null for what both learned elsewhere. */
  readonly districtId: string | null;
  readonly needId: string | null;
  readonly engagementId: string | null;
  readonly claimId: string | null;
};

export type PracticeContext = {
  readonly districtIds: readonly string[];
  readonly needIds: readonly string[];
  readonly engagementIds: readonly string[];
  readonly claimIds: readonly string[];
};

/** The names of the fields of the groups a practice is for, the first of which must be chosen. */
export const groupFields = ['group', 'group-2', 'group-3'] as const;

type Form = Readonly<Record<string, string>>;

/** Reads a new practice. */
export function parsePracticeDraft(form: Form, context: PracticeContext): Parsed<PracticeDraft> {
  const errors = new Map<string, string>();
  const value = readPractice(form, context, errors);
  return value && errors.size === 0 ? { ok: true, value } : { ok: false, errors };
}

/** Reads a change of a practice, which says why. */
export function parsePracticeChange(
  form: Form,
  context: PracticeContext,
): Parsed<{ readonly draft: PracticeDraft; readonly words: string }> {
  const errors = new Map<string, string>();
  const draft = readPractice(form, context, errors);
  const words = readField({
    form,
    errors,
    name: 'words',
    longest: 1000,
    empty: 'Say what is new and why: whoever took it up reads it.',
  });
  return draft && words && errors.size === 0 ? { ok: true, value: { draft, words } } : { ok: false, errors };
}

function readPractice(
  form: Form,
  context: PracticeContext,
  errors: Map<string, string>,
): PracticeDraft | undefined {
  const text = (name: string, longest: number, empty?: string) =>
    readField({ form, errors, name, longest, empty });
  const name = text('name', 120, 'Give it the name you call it by.');
  const done = text('done', 3000, 'Say what is done, as you would tell a colleague.');
  const focusArea = focusAreas.find(({ id }) => id === form.focusArea)?.id;
  if (!focusArea) errors.set('focusArea', 'Choose a focus area.');
  const strategy = strategies.find(({ id }) => id === form.strategy)?.id;
  if (!strategy) errors.set('strategy', 'Choose the strategy it belongs to.');
  const measureId = findMeasure(form.measure ?? '')?.id;
  if (!measureId) errors.set('measure', 'Choose the measure that should move.');
  const groups = [
    ...new Set(groupFields.flatMap((field) => findStudentGroup(form[field] ?? '')?.code ?? [])),
  ];
  if (groups.length === 0) errors.set('group', 'Choose for which students it is.');
  const grades = readTicked(form, practiceGrades, 'grade');
  if (grades.length === 0) errors.set('grade', 'Tick for which grades it is.');
  const chosen = (field: string, ids: readonly string[], sentence: string): string | null => {
    if (!form[field]) return null;
    const id = ids.find((one) => one === form[field]);
    if (!id) errors.set(field, sentence);
    return id ?? null;
  };
  const more = {
    hours: text('hours', 200),
    people: text('people', 300),
    materials: text('materials', 500),
    link: readLink(form, errors, 'link'),
    districtId: chosen('district', context.districtIds, 'Choose a district of the partnership.'),
    needId: chosen('need', context.needIds, 'Choose a need that is on the list.'),
    engagementId: chosen('engagement', context.engagementIds, 'Choose an engagement that is on the list.'),
    claimId: chosen('claim', context.claimIds, 'Choose a claim that is on the list.'),
  };
  if (!name || !done || !focusArea || !strategy || !measureId) return undefined;
  return { name, done, focusArea, strategy, measureId, groups, grades, ...more };
}
