import { z } from 'zod';
import { findMeasure } from '../../measures/registry.ts';
import { type Cds, cdsLevel, parseCds } from '../../vocabulary/cds.ts';
import { isGrade, type Grade } from '../../vocabulary/grade.ts';
import {
  type FocusAreaId,
  focusAreas,
  type RoleId,
  roles,
  targetProvenances,
} from '../../vocabulary/partnership.ts';
import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { parseEmailAddress } from '../people/emailAddress.ts';

const words = z.string().trim().min(1).max(1000);
const year = z.int().min(1990).max(2100);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a decimal number in quotes, such as "-12.5"');
const roleIds = roles.map((role) => role.id) as [RoleId, ...RoleId[]];
const focusAreaIds = focusAreas.map((area) => area.id) as [FocusAreaId, ...FocusAreaId[]];

/** Text that a function of ours understands, or the sentence. */
const known = <T>(parse: (text: string) => T | undefined, sentence: string) =>
  z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: sentence, input: text });
    return z.NEVER;
  });

const districtCode = known<Cds>((text) => {
  const cds = parseCds(text);
  return cds && cdsLevel(cds) === 'district' ? cds : undefined;
}, 'must be a district’s County-District-School code: 14 digits, the last seven zeros');

const YearValue = z.strictObject({ year, value: decimal });
const Series = z.strictObject({
  baseline: YearValue,
  provenance: z.enum(targetProvenances),
  reason: words,
  planGoal: words.nullable().default(null),
  targets: z.array(YearValue).min(1),
});
const Benchmark = z.strictObject({
  focusArea: z.enum(focusAreaIds),
  measure: known((id) => findMeasure(id)?.id, 'must be the id of a measure'),
  group: known<StudentGroupCode>(
    (code) => findStudentGroup(code)?.code,
    'must be the code of a student group',
  ),
  grade: known<Grade>((text) => (isGrade(text) ? text : undefined), 'must be a grade').default(
    'all' as Grade,
  ),
  wording: words,
  /** Each district's own targets by its code. */
  series: z.record(z.string(), Series),
});
export const PersonDraft = z.strictObject({
  email: known(parseEmailAddress, 'must be a mail address'),
  name: words,
  role: z.enum(roleIds),
  district: districtCode.nullable().default(null),
  focusArea: z.enum(focusAreaIds).nullable().default(null),
});
/** Words for the fact sheet that no figure can give: a quotation, a contact, a board. */
const StatementDraft = z.strictObject({
  part: z.enum(['quote', 'contact', 'board', 'note']),
  heading: words,
  words: z.string().trim().min(1).max(2000),
  saidBy: words.nullable().default(null),
  asOf: z.iso.date('must be a date such as 2009-03-31').nullable().default(null),
  source: words.nullable().default(null),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
const Draft = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens'),
    name: words,
    startedYear: year,
    districts: z.array(districtCode).min(2, 'must name at least two districts'),
    people: z.array(PersonDraft).min(1),
    benchmarks: z.array(Benchmark).default([]),
    statements: z.array(StatementDraft).default([]),
  })
  .check((context) => {
    const { districts, people, benchmarks } = context.value;
    const refuse = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: context.value });
    districts.forEach((cds, i) => {
      if (districts.indexOf(cds) !== i) refuse(['districts', i], 'is named twice');
    });
    people.forEach((person, i) => {
      if (people.findIndex((other) => other.email === person.email) !== i)
        refuse(['people', i, 'email'], 'is named twice: one person has one role');
      if (person.district && !districts.includes(person.district))
        refuse(['people', i, 'district'], 'must be one of the partnership’s districts');
    });
    if (!people.some((person) => person.role === 'coordinator'))
      refuse(['people'], 'must have a coordinator');
    benchmarks.forEach((benchmark, i) => {
      for (const cds of Object.keys(benchmark.series)) {
        if (!(districts as readonly string[]).includes(cds))
          refuse(['benchmarks', i, 'series', cds], 'must be one of the partnership’s districts');
      }
    });
  });

/** A partnership as a file describes it: districts by their codes, people, and benchmarks if they are agreed already. */
export type PartnershipDraft = z.infer<typeof Draft>;

/** What a value describes, or a line for each field that is not right. */
export type ParsedDraft =
  | { readonly ok: true; readonly value: PartnershipDraft }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a partnership's description, field by field. */
export function parsePartnershipDraft(value: unknown): ParsedDraft {
  const parsed = Draft.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const sentence = message.endsWith('received undefined') ? 'is missing' : message;
    return `${path.join('.') || 'the file'}: ${sentence}`;
  });
  return { ok: false, problems };
}
