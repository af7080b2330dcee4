import type { RuleNeed } from '../../measures/rule.ts';

/** What a district loads, by the table it fills. */
const files: Readonly<Record<string, string>> = {
  enrolment: 'CALPADS SENR (enrolment)',
  student_info: 'CALPADS SINF (student information)',
  language_status: 'CALPADS SELA (English language acquisition)',
  programme: 'CALPADS SPRG (programmes)',
  attendance: 'CALPADS STAS (attendance)',
  incident: 'CALPADS SINC and SIRS (incidents and their results)',
  student_course: 'CALPADS SCSC and CRSC (courses)',
  staff: 'CALPADS SDEM (staff)',
  staff_assignment: 'CALPADS SASS (staff assignments)',
  test_result: 'CAASPP student file',
  elpac_result: 'ELPAC student file',
  exam: 'AP and IB exam results',
  college_enrolment: 'college enrolment matches',
};

/** A table that has rows, and a school year it has them of; null where its rows have no year. */
export type Input = { readonly name: string; readonly year: number | null };

/** A file that a measure cannot do without and nobody has loaded; null is a file that spans years. */
export type MissingInput = { readonly file: string; readonly year: number | null };

/** The files that must be loaded before a rule can run for a year. */
export function missingInputs(
  needs: readonly RuleNeed[],
  year: number,
  inputs: readonly Input[],
): MissingInput[] {
  return needs.flatMap(({ table, from, to }): MissingInput[] => {
    const file = files[table];
    if (file === undefined) throw new RangeError(`No file is known to fill the table ${table}.`);
    const own = inputs.filter(({ name }) => name === table);
    if (own.some((one) => one.year === null)) return [];
    if (timeless.has(table)) return [{ file, year: null }];
    return Array.from({ length: to - from + 1 }, (_, at) => year + from + at)
      .filter((needed) => !own.some((one) => one.year === needed))
      .map((needed) => ({ file, year: needed }));
  });
}

const timeless = new Set(['student_info', 'language_status', 'programme', 'college_enrolment', 'staff']);

/** Groups that hold over a stretch of days are known only from these files. */
const groupsOfTables: Readonly<Record<string, readonly string[]>> = {
  language_status: ['EL', 'RFP', 'EVER', 'LTEL', 'EO'],
  student_info: ['AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR', 'F', 'M', 'X', 'GNR', 'LTEL', 'SED'],
  programme: ['SED', 'SWD', 'FOS', 'HOM', 'MIG'],
};

/** What Education Code 313.1 is judged from, whoever asks for its groups. */
const longTermNeeds: readonly RuleNeed[] = [
  { table: 'enrolment', from: 0, to: 0 },
  { table: 'language_status', from: 0, to: 0 },
  { table: 'student_info', from: 0, to: 0 },
  { table: 'elpac_result', from: -1, to: -1 },
];

/** Groups that a year's measures cannot tell because a file is missing. */
export type GroupsNotTold = MissingInput & {
  readonly groups: readonly string[];
  /** Whether test records say these groups themselves, so that measures of tests have them all the same. */
  readonly toldByTests: boolean;
};

/** The groups that cannot be told in a year, each file with its own. */
export function groupsNotTold(inputs: readonly Input[], year: number): GroupsNotTold[] {
  const ofStretches = Object.entries(groupsOfTables).flatMap(([table, groups]) =>
    missingInputs([{ table, from: 0, to: 0 }], year, inputs).map((missing) => ({
      ...missing,
      groups,
      toldByTests: true,
    })),
  );
  const longTerm = missingInputs(longTermNeeds, year, inputs).map((missing) => ({
    ...missing,
    groups: ['LTEL6', 'ARL'],
    toldByTests: false,
  }));
  return [...ofStretches, ...longTerm];
}
