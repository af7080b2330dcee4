import { addDays } from '../../vocabulary/addDays.ts';
import { findMeasure } from '../../measures/registry.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type NamedPerson, readNamedPerson } from '../commitments/namedPerson.ts';
import { readDay, readLine, readWords } from '../work/formFields.ts';
import {
  type ChangeKindId,
  changeKinds,
  findListed,
  type LeadingReasonId,
  leadingReasons,
  type MovingReasonId,
  movingReasons,
  type PredictionId,
  predictions,
} from './cycleLists.ts';

type Form = Readonly<Record<string, string>>;
type Errors = Map<string, string>;

/** Where a district tests the change, who leads it, and when. */
export type SideDraft = {
  readonly schools: number;
  readonly schoolNames: string | null;
  readonly namesShared: boolean;
  readonly leader: NamedPerson;
  readonly startsOn: string;
  readonly studyOn: string;
};

/** A plan: the change, what is predicted of it, and the side of the district that plans it. */
export type CycleDraft = {
  readonly idea: string;
  readonly changeKind: ChangeKindId;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly prediction: PredictionId;
  readonly amount: string | null;
  readonly side: SideDraft;
};

export type PlanContext = {
  /** The people of the district that tests. */
  readonly members: readonly NamedPerson[];
  /** Calendar date. */
  readonly today: string;
};

/** A test lasts no longer: what is tested in small is studied soon. */
export const longestDays = 366;
const mostSchools = 500;

/** The measures something can be predicted of. */
export function isPredictable({ endedAfter, direction, unit }: MeasureDefinition): boolean {
  return endedAfter === null && direction !== 'context' && unit !== 'letter' && unit !== 'flag';
}

/** Reads a plan, or says field by field what is not right. */
export function parseCycleDraft(form: Form, context: PlanContext): Parsed<CycleDraft> {
  const errors: Errors = new Map();
  const idea = readWords(form, 'idea', errors, 'Say in your own words what you will change.');
  const changeKind = findListed(changeKinds, form.changeKind);
  if (!changeKind) errors.set('changeKind', 'Choose what kind of change it is.');
  const measure = findMeasure(form.measure ?? '');
  if (!measure || !isPredictable(measure))
    errors.set('measure', 'Choose the measure that should move, or stay.');
  const group = findStudentGroup(form.group ?? '');
  if (!group) errors.set('group', 'Choose the students.');
  const prediction = findListed(predictions, form.prediction);
  if (!prediction) errors.set('prediction', 'Say what you predict: without it nothing can be learned.');
  const amount = readAmount(form.amount, prediction, errors);
  const side = readSide(form, context, errors);
  if (errors.size > 0 || !idea || !changeKind || !measure || !group || !prediction || !side)
    return { ok: false, errors };
  return {
    ok: true,
    value: { idea, changeKind, measureId: measure.id, group: group.code, prediction, amount, side },
  };
}

/** Reads the side of a district that tests a planned change, too. */
export function parseSideDraft(form: Form, context: PlanContext): Parsed<SideDraft> {
  const errors: Errors = new Map();
  const side = readSide(form, context, errors);
  return errors.size > 0 || !side ? { ok: false, errors } : { ok: true, value: side };
}

export type MovedDay = {
  readonly studyOn: string;
  readonly reason: MovingReasonId;
  readonly words: string | null;
};

/** Reads another day of study and why. `side` is how it stands until now. */
export function parseMovedDay(
  form: Form,
  side: { readonly startsOn: string; readonly studyOn: string },
  today: string,
): Parsed<MovedDay> {
  const errors: Errors = new Map();
  const studyOn = readDay(form, 'studyOn', errors);
  if (studyOn !== undefined && studyOn < today)
    errors.set('studyOn', 'This day is over: give one that lies ahead.');
  else if (studyOn === side.studyOn)
    errors.set('studyOn', 'This is the day already: give another, or leave it as it is.');
  else if (studyOn !== undefined && studyOn > addDays(side.startsOn, longestDays))
    errors.set('studyOn', 'A test lasts a year at the most: study it, and let another one follow.');
  const reason = findListed(movingReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why the day moves.');
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !studyOn || !reason) return { ok: false, errors };
  return { ok: true, value: { studyOn, reason, words } };
}

export type HandedTest = {
  readonly leader: NamedPerson;
  readonly reason: LeadingReasonId;
  readonly words: string | null;
};

/** Reads who leads a test from now on, and why. `leader` leads it until now. */
export function parseHandedTest(
  form: Form,
  { members, leader: until }: { readonly members: readonly NamedPerson[]; readonly leader: NamedPerson },
): Parsed<HandedTest> {
  const errors: Errors = new Map();
  const leader = readNamedPerson(form, 'leader', members, errors);
  if (leader === null)
    errors.set('leader', 'Choose who leads the test, or name somebody with a mail address.');
  else if (leader?.email === until.email) errors.set('leader', `${until.name} leads it already.`);
  const reason = findListed(leadingReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why somebody else leads it.');
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !leader || !reason) return { ok: false, errors };
  return { ok: true, value: { leader, reason, words: words ?? null } };
}

function readAmount(
  text: string | undefined,
  prediction: PredictionId | undefined,
  errors: Errors,
): string | null {
  const written = (text ?? '').trim();
  if (prediction === 'stays') {
    if (written !== '')
      errors.set('amount', 'It stays: leave the amount empty, or say that it rises or falls.');
    return null;
  }
  if (/^\d{1,4}(\.\d{1,2})?$/.test(written) && Number(written) > 0) return written;
  if (prediction)
    errors.set(
      'amount',
      'Say by how much, as a number above 0 in the unit of the measure, such as 3 or 2.5.',
    );
  return null;
}

function readSide(form: Form, { members, today }: PlanContext, errors: Errors): SideDraft | undefined {
  const written = (form.schools ?? '').trim();
  const schools = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (schools < 1 || schools > mostSchools)
    errors.set('schools', 'Say in how many schools, as a number from 1.');
  const schoolNames = readLine(form, 'schoolNames', errors, null);
  const namesShared = form.namesShared === 'yes' && schoolNames !== null;
  const leader = readNamedPerson(form, 'leader', members, errors);
  if (leader === null)
    errors.set('leader', 'Choose who leads the test, or name somebody with a mail address.');
  const startsOn = readDay(form, 'startsOn', errors);
  const studyOn = readDay(form, 'studyOn', errors);
  if (studyOn !== undefined && studyOn < today)
    errors.set('studyOn', 'This day is over: give one that lies ahead.');
  else if (startsOn !== undefined && studyOn !== undefined && studyOn < startsOn)
    errors.set('studyOn', 'The test is studied after it has begun: give a later day.');
  else if (startsOn !== undefined && studyOn !== undefined && studyOn > addDays(startsOn, longestDays))
    errors.set('studyOn', 'A test lasts a year at the most: plan a smaller one.');
  if (errors.size > 0 || !leader || !startsOn || !studyOn) return undefined;
  return { schools, schoolNames, namesShared, leader, startsOn, studyOn };
}
