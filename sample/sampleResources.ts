import type { ModeId } from '../src/vocabulary/partnership.ts';
import type { CitedDistrict } from './citedDistricts.ts';

/** Money of the sample. Every dollar, rule and condition is invented: neither district has or had any of them. */

export const sampleFlexibility = {
  title: 'English learner block grant, used for coaches (invented)',
  ruleCitation: 'Education Code, a section invented for the sample',
  ruleWords:
    'The block grant could buy textbooks of one programme and nothing else. It may now serve any educational purpose; here it pays coaches.',
  authorityWords: 'Modelled on the categorical flexibility of 2009; nobody has granted this one.',
  requestedOn: '2024-03-11',
  decidedOn: '2024-05-20',
  fromDay: '2024-07-01',
  freed: 240_000_00,
  useWords: 'Two coaches for teachers of English learners, and days for teachers to see them at work.',
  mode: 'assistance',
  /** Benchmarks it is meant to move: measure and group. */
  benchmarks: ['math_dfs EL', 'ela_dfs EL'],
} as const;

/** Years after the one under way until which money lasts. */
export const sampleSources = [
  {
    key: 'block',
    name: 'English learner block grant (invented)',
    kind: 'state categorical',
    district: 'fresno',
    resourceCode: '7810',
    restricted: true,
    amount: 640_000_00,
    fromDay: '2024-07-01',
    words: 'A categorical as there were many until 2009. This one is invented for the sample.',
  },
  {
    key: 'foundation',
    name: 'Valley Futures Foundation, algebra placement (invented)',
    kind: 'foundation',
    district: null,
    resourceCode: '9010',
    restricted: true,
    amount: 300_000_00,
    fromDay: null,
    words: 'Asked for by both districts together. The foundation is invented.',
  },
  {
    key: 'fresno general',
    name: 'Fresno general fund for the partnership (invented)',
    kind: 'district general',
    district: 'fresno',
    resourceCode: null,
    restricted: false,
    amount: 150_000_00,
    fromDay: null,
    words: null,
  },
  {
    key: 'long beach general',
    name: 'Long Beach general fund for the partnership (invented)',
    kind: 'district general',
    district: 'longBeach',
    resourceCode: null,
    restricted: false,
    amount: 170_000_00,
    fromDay: null,
    words: null,
  },
] as const;
export type SampleSourceKey = (typeof sampleSources)[number]['key'];

type SampleRule = {
  readonly district: CitedDistrict;
  readonly resourceCode: string | null;
  readonly holdsText: string | null;
  readonly source: SampleSourceKey | null;
  readonly isFlexibility: boolean;
  readonly mode: ModeId | null;
};

export const sampleRules: readonly SampleRule[] = [
  {
    district: 'fresno',
    resourceCode: '7810',
    holdsText: null,
    source: null,
    isFlexibility: true,
    mode: null,
  },
  {
    district: 'fresno',
    resourceCode: '7810',
    holdsText: 'EL coach',
    source: null,
    isFlexibility: false,
    mode: 'assistance',
  },
  {
    district: 'fresno',
    resourceCode: '7810',
    holdsText: 'substitutes',
    source: null,
    isFlexibility: false,
    mode: 'assistance',
  },
  {
    district: 'fresno',
    resourceCode: '9010',
    holdsText: null,
    source: 'foundation',
    isFlexibility: false,
    mode: 'joint',
  },
  {
    district: 'longBeach',
    resourceCode: '9010',
    holdsText: null,
    source: 'foundation',
    isFlexibility: false,
    mode: 'joint',
  },
  {
    district: 'fresno',
    resourceCode: null,
    holdsText: 'partnership',
    source: 'fresno general',
    isFlexibility: false,
    mode: null,
  },
  {
    district: 'longBeach',
    resourceCode: null,
    holdsText: 'partnership',
    source: 'long beach general',
    isFlexibility: false,
    mode: null,
  },
];

/** A posting: months before the one under way, day of the month, and dollars as the ledger writes them. */
type Posting = readonly [
  back: number,
  day: number,
  description: string,
  resource: string,
  object: string,
  amount: string,
];

const salaries = ([4, 3, 2, 1] as const).flatMap((back): Posting[] => [
  [back, 28, 'EL coach salary, Lakeside', '7810', '1900', '7,150.00'],
  [back, 28, 'EL coach salary, Orchard', '7810', '1900', '7,420.00'],
  [back, 28, 'EL coach benefits', '7810', '3101', '2,914.00'],
  [back, 15, 'Substitutes, classroom visits', '7810', '1160', '1,380.00'],
  [back, 27, 'Algebra placement lead teacher, stipend', '9010', '1130', '1,150.00'],
  [back, 22, 'Partnership coordinator, share of salary', '0000', '1300', '3,900.00'],
  [back, 9, 'Electricity, district office', '0000', '5520', '12,480.16'],
]);

const postings: readonly Posting[] = [
  ...salaries,
  [4, 12, 'Partnership travel to Long Beach, 4 people', '0000', '5210', '1,962.40'],
  [4, 20, 'Reclassification handbook, printing', '7810', '4300', '2,240.00'],
  [3, 5, 'Algebra placement items, licence', '9010', '5840', '8,500.00'],
  [3, 18, 'Workshop with coaches of Long Beach', '7810', '5800', '3,600.00'],
  [3, 25, 'Reclassification handbook, part returned', '7810', '4300', '(320.00)'],
  [2, 3, 'Observation tablets for coaches', '7810', '4400', '4,175.50'],
  [2, 14, 'Partnership travel to Long Beach, 6 people', '0000', '5210', '2,871.15'],
  [2, 21, 'Algebra placement, scoring days', '9010', '1160', '2,640.00'],
  [1, 6, 'Interpreter for family evenings', '7810', '5800', '980.00'],
  [1, 13, 'Accounting fee, block grant', '7810', '5801', '1,200.00'],
];

const longBeachPostings: readonly Posting[] = [
  [4, 12, 'Partnership host days, substitutes', '0000', '1160', '2,210.00'],
  [3, 18, 'Partnership coaching days given to Fresno', '0000', '1900', '3,840.00'],
  [3, 25, 'Algebra placement lead teacher, stipend', '9010', '1130', '2,300.00'],
  [2, 14, 'Partnership host days, substitutes', '0000', '1160', '2,640.00'],
  [2, 25, 'Algebra placement lead teacher, stipend', '9010', '1130', '2,300.00'],
  [1, 20, 'Partnership coaching days given to Fresno', '0000', '1900', '3,840.00'],
];

/** The sample's ledgers as their districts would export them; `today` is a calendar date. */
export function sampleLedger(district: CitedDistrict, today: string): string {
  const rows = (district === 'fresno' ? postings : longBeachPostings)
    .map(([back, day, ...rest]) => [dayBack(today, back, day), ...rest])
    .toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
  const name = district === 'fresno' ? 'Fresno Unified (sample)' : 'Long Beach Unified (sample)';
  return csv([[name, 'General ledger detail, invented'], headings, ...rows]);
}

const headings = ['Posted Date', 'Description', 'Resource', 'Object', 'Amount'];

/** A file of the month under way that was typed together: it waits, with rows that cannot be counted. */
export function sampleFaultyLedger(today: string): string {
  const first = dayBack(today, 0, 1);
  return csv([
    headings,
    [first, 'EL coach salary, Lakeside', '7810', '1900', '7,150.00'],
    [first, 'EL coach salary, Orchard', '7810', '1900', '7.420'],
    ['31/11/2026', 'EL coach benefits', '7810', '3101', '2,914.00'],
    [first, 'Interpreter for family evenings', '781', '5800', '490.00'],
    ['', 'Total', '', '', '17,974.00'],
  ]);
}

/** What was spent of the grant in the years before, as sums by account: it ends where the other ledger begins. */
export function sampleEarlierLedger(today: string): string {
  const last = dayBack(today, 4, 0);
  const days = ['2025-06-30', '2026-06-30'].filter((day) => day <= last);
  return csv([
    headings,
    ...[sampleFlexibility.fromDay, ...days].map((day) => [
      day,
      'EL coach salaries, sum',
      '7810',
      '1900',
      '6,200.00',
    ]),
    [last, 'Materials, sum', '7810', '4300', '3,150.00'],
  ]);
}

/** The budget of the flexibility, as it would be exported by account. */
export const sampleBudget = csv([
  ['Description', 'Resource', 'Object', 'Budget'],
  ['EL coach salaries', '7810', '1900', '175,000.00'],
  ['EL coach benefits', '7810', '3101', '35,000.00'],
  ['Substitutes for visits', '7810', '1160', '16,000.00'],
  ['Materials and services', '7810', '5800', '14,000.00'],
]);

/** The first day of the month that lies so many months before, or another day of it. */
export function dayBack(today: string, back: number, day: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, day)).toISOString().slice(0, 10);
}

function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export const sampleGifts = [
  {
    district: 'longBeach',
    kind: 'room',
    back: 3,
    day: 18,
    description: 'Training room for the coaches’ workshop, one day',
    value: 400_00,
    mode: 'assistance',
  },
  {
    district: 'fresno',
    kind: 'materials',
    back: 2,
    day: 21,
    description: 'Printed scoring guides for both districts',
    value: 310_00,
    mode: 'joint',
  },
  {
    district: 'longBeach',
    kind: 'other',
    back: 1,
    day: 20,
    description: 'Use of its observation form',
    value: null,
    mode: 'assistance',
  },
] as const;

export const sampleRate = {
  district: 'fresno',
  centsPerHour: 68_00,
  reason: 'Invented: average salary and benefits of a coach, by 1,480 hours a year.',
} as const;
