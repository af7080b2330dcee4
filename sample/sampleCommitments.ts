import type { DroppingReasonId, MovingReasonId } from '../src/hub/commitments/commitmentReasons.ts';
import type { HourKindId } from '../src/hub/commitments/hourKinds.ts';
import type { CitedDistrict } from './citedDistricts.ts';
import { sampleWork } from './sampleWork.ts';

/** What became of a commitment of the sample, on a day counted from the day it is loaded. */
type SampleStep =
  | { readonly step: 'done'; readonly in: number; readonly words: string }
  | {
      readonly step: 'moved';
      readonly in: number;
      readonly dueIn: number;
      readonly reason: MovingReasonId;
      readonly words: string;
    }
  | {
      readonly step: 'dropped';
      readonly in: number;
      readonly reason: DroppingReasonId;
      readonly words: string;
    };

/** A commitment of the sample; `owner` is one of the sample's people, or somebody without an account. */
export type SampleCommitment = {
  readonly district: CitedDistrict;
  readonly by: string;
  readonly owner: string | { readonly name: string; readonly email: string };
  readonly deputy: string | null;
  readonly what: string;
  /** The title of the work it belongs to. */
  readonly work: string | null;
  readonly madeIn: number;
  readonly dueIn: number;
  readonly outcome: SampleStep | null;
};

const { reclassification, algebra, readiness } = sampleWork;

/** What both sides of the sample promised, invented for show: neither district has promised any of it. */
export const sampleCommitments: readonly SampleCommitment[] = [
  commitment('longBeach', 'Avery Stone', 'Send the review protocol with two filled-in examples', {
    work: reclassification.title,
    madeIn: -70,
    dueIn: -56,
    outcome: {
      step: 'done',
      in: -57,
      words: 'Sample: in the shared folder, with a page on what we would do again',
    },
  }),
  commitment('fresno', 'Taylor Fenn', 'Name six pilot schools and tell their principals', {
    work: reclassification.title,
    deputy: 'Jordan Vale',
    madeIn: -70,
    dueIn: -50,
    outcome: {
      step: 'done',
      in: -52,
      words: 'Sample: all six said yes; two asked to come along on the visit',
    },
  }),
  commitment('fresno', 'Sam Ortega-Lind', 'Share how many students each placement rule would have moved', {
    work: algebra.title,
    madeIn: -40,
    dueIn: -6,
    outcome: null,
  }),
  commitment(
    'longBeach',
    'Morgan Reyes-Hill',
    'Write the placement rule down so that a new counselor can use it',
    {
      work: algebra.title,
      deputy: 'Avery Stone',
      madeIn: -45,
      dueIn: 21,
      outcome: {
        step: 'moved',
        in: -10,
        dueIn: 35,
        reason: 'waits for partner',
        words: 'Sample: we wait for the second pilot, so that it holds what both saw',
      },
    },
  ),
  commitment('longBeach', 'Avery Stone', 'Call every other week until the first review in spring', {
    work: reclassification.title,
    owner: 'Quinn Marsh',
    madeIn: -30,
    dueIn: 60,
    outcome: null,
  }),
  commitment('fresno', 'Jordan Vale', 'Send the questions for the visit to the host school', {
    work: reclassification.title,
    owner: 'Taylor Fenn',
    madeIn: -12,
    dueIn: 4,
    outcome: null,
  }),
  commitment('fresno', 'Jordan Vale', 'Book rooms for the readiness course in four high schools', {
    work: readiness.title,
    owner: { name: 'Pat Sample', email: 'pat.sample@fresno.example' },
    madeIn: -20,
    dueIn: 40,
    outcome: null,
  }),
  commitment('longBeach', 'Avery Stone', 'Translate the course letter for families', {
    work: readiness.title,
    madeIn: -35,
    dueIn: 10,
    outcome: {
      step: 'dropped',
      in: -8,
      reason: 'done otherwise',
      words: 'Sample: Valley State has the letter in four languages',
    },
  }),
];

type More = Partial<Pick<SampleCommitment, 'owner' | 'deputy'>> &
  Pick<SampleCommitment, 'work' | 'madeIn' | 'dueIn' | 'outcome'>;

function commitment(district: CitedDistrict, by: string, what: string, more: More): SampleCommitment {
  return { district, by, owner: by, deputy: null, what: `Sample: ${what}`, ...more };
}

/** Hours of the sample; the other side's answer follows, or is still waited for. */
export type SampleHours = {
  readonly gives: CitedDistrict;
  readonly enteredBy: string;
  readonly work: string;
  readonly in: number;
  readonly hours: number;
  readonly kind: HourKindId;
  readonly words: string;
  readonly confirmedBy: string | null;
};

/** Invented hours of both sides: one entry waits to be confirmed. */
export const sampleHours: readonly SampleHours[] = [
  hours(
    'longBeach',
    'Avery Stone',
    reclassification.title,
    -56,
    6,
    'materials',
    'Jordan Vale',
    'The protocol',
  ),
  hours('longBeach', 'Taylor Fenn', reclassification.title, -44, 2.5, 'call', 'Avery Stone', 'Two calls'),
  hours(
    'fresno',
    'Jordan Vale',
    algebra.title,
    -30,
    5,
    'materials',
    'Avery Stone',
    'Placement figures of three years',
  ),
  hours(
    'fresno',
    'Morgan Reyes-Hill',
    algebra.title,
    -16,
    1.5,
    'call',
    'Jordan Vale',
    'How the retest is run',
  ),
  hours(
    'longBeach',
    'Avery Stone',
    reclassification.title,
    -5,
    3,
    'coaching',
    null,
    'Practice reviews with two teachers',
  ),
];

function hours(
  gives: CitedDistrict,
  enteredBy: string,
  work: string,
  days: number,
  amount: number,
  kind: HourKindId,
  confirmedBy: string | null,
  words: string,
): SampleHours {
  return { gives, enteredBy, work, in: days, hours: amount, kind, words: `Sample: ${words}`, confirmedBy };
}
