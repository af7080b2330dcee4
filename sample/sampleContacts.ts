import type { CancellingReasonId, ContactKindId } from '../src/hub/contacts/contactKinds.ts';
import type { CitedDistrict } from './citedDistricts.ts';
import { sampleWork } from './sampleWork.ts';

type SamplePlace = {
  readonly by: string;
  readonly kind: ContactKindId;
  readonly work: string;
  readonly title: string;
  readonly purpose: string;
  readonly host: CitedDistrict;
  readonly place: string;
  /** The day, counted from the day it is loaded, and times in California. */
  readonly in: number;
  readonly from: string;
  readonly to: string;
  readonly plannedIn: number;
  readonly firstQuestion: string | null;
  readonly secondQuestion: string | null;
  readonly offersBack: string | null;
  readonly practical: string | null;
  /** Of the sample's people, and somebody without an account. */
  readonly hosts: readonly string[];
  readonly guests: readonly string[];
  readonly guestWithoutAccount: { readonly name: string; readonly email: string } | null;
};

/** A contact of the sample. */
export type SampleContact = SamplePlace & {
  readonly agendaItem: string | null;
  readonly cancelled: {
    readonly in: number;
    readonly reason: CancellingReasonId;
    readonly words: string;
  } | null;
  readonly minutes: {
    readonly by: string;
    readonly in: number;
    readonly notes: string;
    readonly decision: string;
    readonly because: string;
    readonly promise: { readonly what: string; readonly owner: string; readonly dueIn: number };
    readonly hours: Readonly<Record<CitedDistrict, number>>;
    readonly confirmedBy: string;
    readonly notesOf: readonly {
      readonly by: string;
      readonly tookAway: string;
      readonly willTry: string;
      readonly shouldHaveAsked: string | null;
    }[];
  } | null;
};

const { reclassification, algebra } = sampleWork;

/** Contacts of the sample, invented: one with minutes, one that comes, one that was cancelled. */
export const sampleContacts: readonly SampleContact[] = [
  {
    by: 'Taylor Fenn',
    kind: 'visit',
    work: reclassification.title,
    title: 'How a review of English learners is run',
    purpose: 'Sample: see a whole review, from the list of students to the talk with a family.',
    host: 'longBeach',
    place: 'Sample Middle 1, 12 Sample Street, Long Beach; entrance at the flagpole',
    in: -33,
    from: '09:00',
    to: '12:30',
    plannedIn: -50,
    firstQuestion: 'What do you do when the test says yes and the teacher says no?',
    secondQuestion: 'Who tells the family, and in which language?',
    offersBack: 'Sample: our letters to families, in Hmong and Spanish',
    practical: 'Sample: park behind the gymnasium; Drew Calloway meets you at the office.',
    hosts: ['Drew Calloway', 'Avery Stone'],
    guests: ['Taylor Fenn', 'Jordan Vale'],
    guestWithoutAccount: { name: 'Lee Sample', email: 'lee.sample@fresno.example' },
    agendaItem: null,
    cancelled: null,
    minutes: {
      by: 'Taylor Fenn',
      in: -32,
      notes:
        'Sample: two reviews of twenty minutes each. The list comes from the office, the teacher adds names, nobody is left out.\n\nWhat surprised us: the family is called before the decision, not after.',
      decision: 'Both districts keep the same list of reasons for “not yet”',
      because: 'otherwise the results of the tests cannot be laid side by side',
      promise: {
        what: 'Sample: send the letters to families in Hmong and Spanish',
        owner: 'Taylor Fenn',
        dueIn: 12,
      },
      hours: { longBeach: 8, fresno: 1.5 },
      confirmedBy: 'Avery Stone',
      notesOf: [
        {
          by: 'Taylor Fenn',
          tookAway: 'Sample: call the family first; it changes the whole talk',
          willTry: 'one school calls families a week before the review',
          shouldHaveAsked: 'what it costs in substitute days',
        },
        {
          by: 'Drew Calloway',
          tookAway: 'Sample: somebody outside asked why we do it on Tuesdays, and nobody knew',
          willTry: 'reviews on the day when the counselor is here',
          shouldHaveAsked: null,
        },
      ],
    },
  },
  {
    by: 'Jordan Vale',
    kind: 'visit',
    work: reclassification.title,
    title: 'Reclassification in two classrooms',
    purpose: 'Sample: see how teachers of grades 4 and 5 notice in time who is ready to leave the programme.',
    host: 'longBeach',
    place: 'Sample Middle 1, 12 Sample Street, Long Beach; entrance at the flagpole',
    in: 9,
    from: '09:00',
    to: '12:00',
    plannedIn: -14,
    firstQuestion: 'What do you look at in October, before any test?',
    secondQuestion: 'How do two teachers agree on one child?',
    offersBack: 'Sample: a morning on our newcomer lessons, in your district, whenever you like',
    practical:
      'Sample: park behind the gymnasium; Drew Calloway meets you at the office at 8:50. Coffee is there, lunch is not.',
    hosts: ['Drew Calloway', 'Avery Stone'],
    guests: ['Taylor Fenn', 'Jordan Vale'],
    guestWithoutAccount: { name: 'Lee Sample', email: 'lee.sample@fresno.example' },
    agendaItem: 'Sample: which of the two pilot reviews we repeat in spring',
    cancelled: null,
    minutes: null,
  },
  {
    by: 'Avery Stone',
    kind: 'call',
    work: algebra.title,
    title: 'First figures of the second pilot',
    purpose: 'Sample: look together at who was placed higher, and who had to be moved back.',
    host: 'fresno',
    place: 'By telephone: (559) 555-0100',
    in: 3,
    from: '14:00',
    to: '14:45',
    plannedIn: -9,
    firstQuestion: 'How many were moved back, and by whom?',
    secondQuestion: null,
    offersBack: null,
    practical: null,
    hosts: ['Jordan Vale', 'Sam Ortega-Lind'],
    guests: ['Avery Stone', 'Morgan Reyes-Hill'],
    guestWithoutAccount: null,
    agendaItem: null,
    cancelled: {
      in: -2,
      reason: 'later',
      words: 'Sample: the pilot runs until the end of next month; we call when there is something to see',
    },
    minutes: null,
  },
];
