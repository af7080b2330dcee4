import { z } from 'zod';
import type { PackFigure } from '../../vocabulary/pack.ts';
import type { PublicBenchmark, PublicPart } from './publicPart.ts';
import {
  combinedStudents,
  flexibilitiesInForce,
  leverageDollars,
  paceCounts,
  promisesOf,
} from './sheetTally.ts';

/**
 * One number of a fact sheet. `field` is its name, the same in every language and file; `value` is decimal text in `unit`,
 * null where the figure is withheld, with the reason. `definition` and `sourceSha256` name what it means and the file it is from.
 */
export const SheetNumber = z.strictObject({
  field: z.string(),
  what: z.string(),
  cds: z.string().nullable(),
  measure: z.string().nullable(),
  group: z.string().nullable(),
  schoolYear: z.int().nullable(),
  value: z.string().nullable(),
  unit: z.string(),
  students: z.int().nullable(),
  numerator: z.int().nullable(),
  withheld: z.string().nullable(),
  definition: z.string().nullable(),
  sourceSha256: z.string().nullable(),
});
export type SheetNumber = z.infer<typeof SheetNumber>;

const nothing = {
  cds: null,
  measure: null,
  group: null,
  schoolYear: null,
  students: null,
  numerator: null,
  withheld: null,
  definition: null,
  sourceSha256: null,
} as const;

/** Every number that the fact sheet of this public part shows, in its order. */
export function sheetNumbers(part: PublicPart): SheetNumber[] {
  return [...students(part), ...benchmarks(part), ...tallies(part), ...money(part)];
}

function sha256Of(part: PublicPart, source: string): string | null {
  return part.sources.find(({ id }) => id === source)?.sha256 ?? null;
}

function figureOf(part: PublicPart, figure: PackFigure) {
  const from = { schoolYear: figure.schoolYear, sourceSha256: sha256Of(part, figure.source) };
  return figure.seen === 'shown'
    ? {
        ...nothing,
        ...from,
        value: figure.value,
        students: figure.n,
        numerator: figure.numerator,
        definition: figure.definition,
      }
    : { ...nothing, ...from, value: null, withheld: figure.reason };
}

function students(part: PublicPart): SheetNumber[] {
  const combined = combinedStudents(part);
  const each = part.students.map(({ cds, group, schoolYear, students: n, source }) => ({
    ...nothing,
    field: `students.${group.code}.${cds}`,
    what: `students enrolled at some time in the year: ${group.name}`,
    cds,
    group: group.code,
    schoolYear,
    value: n === null ? null : String(n),
    withheld: n === null ? 'not shown' : null,
    unit: 'students',
    sourceSha256: sha256Of(part, source),
  }));
  return combined
    ? [
        ...each,
        {
          ...nothing,
          field: 'students.combined',
          what: 'students of all districts',
          schoolYear: combined.schoolYear,
          value: String(combined.n),
          unit: 'students',
        },
      ]
    : each;
}

function benchmarks(part: PublicPart): SheetNumber[] {
  return part.benchmarks.flatMap((one) => one.districts.flatMap((side) => sideNumbers(part, one, side)));
}

function sideNumbers(
  part: PublicPart,
  { measure, group, definition }: PublicBenchmark,
  { cds, promise, newest, pace }: PublicBenchmark['districts'][number],
): SheetNumber[] {
  const unit = part.definitions.find((one) => one.measure === measure)?.unit ?? '';
  const about = { ...nothing, cds, measure, group: group.code, unit, definition };
  const field = (name: string) => `benchmarks.${measure}.${group.code}.${cds}.${name}`;
  const paced = (name: string, what: string, value: string | null) =>
    value === null ? [] : [{ ...about, field: field(name), what, value }];
  return [
    ...(newest
      ? [
          {
            ...figureOf(part, newest),
            field: field('newest'),
            what: 'newest figure',
            cds,
            measure,
            group: group.code,
            unit,
            definition,
          },
        ]
      : []),
    ...(promise
      ? [
          {
            ...about,
            field: field('baseline'),
            what: 'baseline',
            schoolYear: promise.baseline.year,
            value: promise.baseline.value,
          },
          ...promise.targets.map(({ year, value }) => ({
            ...about,
            field: field(`target.${year}`),
            what: `target (${promise.provenance})`,
            schoolYear: year,
            value,
          })),
        ]
      : []),
    ...(pace
      ? [
          ...paced('neededPerYear', `needed each year (${pace.status})`, pace.requiredPerYear),
          ...paced('actualPerYear', `actual change each year (${pace.status})`, pace.actualPerYear),
        ]
      : []),
  ];
}

function tallies(part: PublicPart): SheetNumber[] {
  const count = (field: string, what: string, n: number, unit: string) => ({
    ...nothing,
    field,
    what,
    value: String(n),
    unit,
  });
  const promises = promisesOf(part);
  const agreed = promises.filter(({ promise }) => promise.provenance === 'agreed').length;
  const { commitments, contacts, cycles, hours, engagements } = part;
  return [
    count('promises.all', 'sets of targets', promises.length, 'sets'),
    count('promises.agreed', 'sets of targets that are agreed', agreed, 'sets'),
    ...paceCounts(part).map(({ status, n }) =>
      count(`paces.${status.replaceAll(' ', '-')}`, `sets of targets: ${status}`, n, 'sets'),
    ),
    ...(engagements ? [count('engagements', 'pieces of joint work', engagements.length, 'pieces')] : []),
    ...(contacts
      ? [count('contacts.held', 'visits, calls and meetings held', contacts.held, 'contacts')]
      : []),
    ...(commitments
      ? [
          count('commitments.made', 'commitments made', commitments.made, 'commitments'),
          count('commitments.done', 'commitments kept', commitments.done, 'commitments'),
        ]
      : []),
    ...(cycles
      ? [
          count('cycles.run', 'tests of a change', cycles.run, 'cycles'),
          count('cycles.ended', 'tests of a change that are concluded', cycles.ended, 'cycles'),
        ]
      : []),
    ...(hours ?? []).map(({ givenBy, receivedBy, confirmedHours }) => ({
      ...nothing,
      field: `hours.${givenBy}.${receivedBy}`,
      what: `hours given to ${receivedBy}, confirmed by both`,
      cds: givenBy,
      value: confirmedHours,
      unit: 'hours',
    })),
  ];
}

function money(part: PublicPart): SheetNumber[] {
  const inForce = flexibilitiesInForce(part);
  const cents = (field: string, what: string, amount: number | null, cds: string | null = null) =>
    amount === null ? [] : [{ ...nothing, field, what, cds, value: String(amount), unit: 'cents' }];
  const conditions = inForce?.flatMap((one) => one.conditions) ?? [];
  return [
    ...(inForce ?? []).flatMap(({ rule, dollars, cds }, i) =>
      cents(`flexibilities.${i + 1}.freed`, `freed by: ${rule}`, dollars, cds),
    ),
    ...(conditions.length > 0
      ? [
          {
            ...nothing,
            field: 'conditions.all',
            what: 'conditions of flexibilities',
            value: String(conditions.length),
            unit: 'conditions',
          },
          {
            ...nothing,
            field: 'conditions.met',
            what: 'conditions that are met',
            value: String(conditions.filter(({ status }) => status === 'met').length),
            unit: 'conditions',
          },
        ]
      : []),
    ...cents('resources.external', 'secured by outside organizations', part.resources?.externalCents ?? null),
    ...(part.resources?.leverage
      ? [
          {
            ...nothing,
            field: 'resources.leverage',
            what: part.resources.leverage.sentence,
            value: leverageDollars(part.resources.leverage.ratio) ?? null,
            unit: 'dollars beside each own dollar',
          },
        ]
      : []),
  ];
}
