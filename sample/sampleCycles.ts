import type { LogDraft } from '../src/hub/cycles/logDraft.ts';
import type { ChangeKindId, PredictionId } from '../src/hub/cycles/cycleLists.ts';
import type { ModeId } from '../src/vocabulary/partnership.ts';
import type { StudentGroupCode } from '../src/vocabulary/studentGroup.ts';
import type { CitedDistrict } from './citedDistricts.ts';

/** One district's side of a sample test; days are counted from today, earlier ones below zero. */
export type SampleSide = {
  readonly district: CitedDistrict;
  /** Who sets it up there: somebody of the sample's people. */
  readonly by: string;
  readonly schools: number;
  readonly schoolNames: string | null;
  /** Somebody of the sample's people, or a person without an account. */
  readonly leader: string | { readonly name: string; readonly email: string };
  readonly startsIn: number;
  readonly studiedIn: number;
  /** What was logged, on which day. */
  readonly log: { readonly onDay: number; readonly draft: LogDraft } | null;
};

/** A change tested in the sample; the first side planned it. */
export type SampleCycle = {
  /** The mode of the engagement it belongs to. */
  readonly mode: ModeId;
  readonly idea: string;
  readonly changeKind: ChangeKindId;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly prediction: PredictionId;
  readonly amount: string | null;
  /** The place in this list of the cycle it follows from. */
  readonly follows: number | null;
  readonly sides: readonly SampleSide[];
};

/** Tests of the sample, invented for show: neither district has tested any of it. */
export const sampleCycles: readonly SampleCycle[] = [
  {
    mode: 'assistance',
    idea: 'Sample: meet every family of a student close to reclassification before the spring test of English, with a teacher who knows the student',
    changeKind: 'families',
    measureId: 'elpi',
    group: 'EL',
    prediction: 'rises',
    amount: '2',
    follows: null,
    sides: [
      {
        district: 'fresno',
        by: 'Taylor Fenn',
        schools: 4,
        schoolNames: 'Sample Elementary 3, 8, 11 and 20',
        leader: 'Taylor Fenn',
        startsIn: -290,
        studiedIn: -200,
        log: {
          onDay: -198,
          draft: {
            did: { done: 'as planned', words: null },
            studied: {
              learned:
                'Sample: families did not know how close they were. Once they did, students read at home and came to the test.',
              counted: 'students met who came to the test and moved up a level',
              count: { numerator: 41, n: 58 },
            },
            acted: { reason: 'worked' },
          },
        },
      },
    ],
  },
  {
    mode: 'joint',
    idea: 'Sample: place students into Algebra by the last unit test alone',
    changeKind: 'placement',
    measureId: 'math_dfs',
    group: 'ALL',
    prediction: 'rises',
    amount: '1.5',
    follows: null,
    sides: [
      {
        district: 'longBeach',
        by: 'Morgan Reyes-Hill',
        schools: 2,
        schoolNames: 'Sample Middle 1 and 4',
        leader: 'Morgan Reyes-Hill',
        startsIn: -150,
        studiedIn: -95,
        log: {
          onDay: -94,
          draft: {
            did: { done: 'partly', words: 'Sample: one school placed by teachers’ judgement as before' },
            studied: {
              learned:
                'Sample: one bad day decided a year. A third of those placed lower were moved up by their teachers within a month.',
              counted: 'students whose placement was kept after a month',
              count: { numerator: 62, n: 97 },
            },
            acted: { reason: 'did harm' },
          },
        },
      },
      {
        district: 'fresno',
        by: 'Jordan Vale',
        schools: 1,
        schoolNames: null,
        leader: 'Jordan Vale',
        startsIn: -150,
        studiedIn: -90,
        log: {
          onDay: -88,
          draft: {
            did: { done: 'as planned', words: null },
            studied: {
              learned:
                'Sample: quick and cheap, and wrong for students who were new to the language of the test.',
              counted: 'English learners whose placement was kept after a month',
              count: { numerator: 3, n: 9 },
            },
            acted: { reason: 'did not work' },
          },
        },
      },
    ],
  },
  {
    mode: 'joint',
    idea: 'Sample: place students into Algebra by three measures together, with the teacher’s word as one of them',
    changeKind: 'placement',
    measureId: 'math_dfs',
    group: 'ALL',
    prediction: 'rises',
    amount: '3',
    follows: 1,
    sides: [
      {
        district: 'fresno',
        by: 'Jordan Vale',
        schools: 3,
        schoolNames: 'Sample Middle 2, 5 and 9',
        leader: { name: 'Lee Sample', email: 'lee.sample@fresno.example' },
        startsIn: -49,
        studiedIn: 0,
        log: {
          onDay: -30,
          draft: {
            did: { done: 'partly', words: 'Sample: the third school began two weeks later' },
            studied: null,
            acted: null,
          },
        },
      },
      {
        district: 'longBeach',
        by: 'Morgan Reyes-Hill',
        schools: 2,
        schoolNames: null,
        leader: 'Morgan Reyes-Hill',
        startsIn: -42,
        studiedIn: 12,
        log: {
          onDay: -20,
          draft: { did: { done: 'as planned', words: null }, studied: null, acted: null },
        },
      },
    ],
  },
  {
    mode: 'joint',
    idea: 'Sample: two teachers of Algebra plan one lesson a week together and watch each other teach it',
    changeKind: 'adults',
    measureId: 'algebra_by_grade_9',
    group: 'ALL',
    prediction: 'rises',
    amount: '2',
    follows: null,
    sides: [
      {
        district: 'longBeach',
        by: 'Morgan Reyes-Hill',
        schools: 2,
        schoolNames: null,
        leader: 'Morgan Reyes-Hill',
        startsIn: 12,
        studiedIn: 75,
        log: null,
      },
    ],
  },
];
