import { gradeSpans, singleGrades } from '../../vocabulary/grade.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import type { CountRow } from '../measuring/measureTable.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault } from '../store/vault.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectDistrictYears',
  'selectChoices',
  'countLines',
  'selectLines',
]);

/** The code that stands for the district as a whole where a school's would. */
export const wholeDistrict = '00000000000000';

/** One count with its slice. `place` is the school's name, or its code where the vault has no list of schools. */
export type Slice = CountRow & {
  readonly school: string;
  readonly place: string;
  readonly grade: string;
  readonly group: string;
  readonly definitionHash: string;
  readonly ruleHash: string;
};

/** Which slices of a measure; what is empty or 0 is every one. */
export type SlicesWanted = {
  readonly measure: string;
  readonly school: string;
  readonly group: string;
  readonly grade: string;
  readonly year: number;
};

export type Choice = {
  readonly kind: 'school' | 'group' | 'grade' | 'year';
  readonly value: string;
  readonly name: string;
};

type Counted = Pick<Vault, 'rows' | 'district'>;

/** All students of the district by measure and year. */
export function selectDistrictYears({ rows, district }: Counted): Promise<CountRow[]> {
  return rows<CountRow>(statements.selectDistrictYears, { district: district.cds });
}

/** The places, groups, grades and years that a measure was counted for; none when it was not counted. */
export function selectChoices({ rows, district }: Counted, measure: string): Promise<Choice[]> {
  return rows<Choice>(statements.selectChoices, { measure, district: district.cds });
}

/** How many lines of place, group and grade there are, each of them with its years. */
export async function countLines({ rows, district }: Counted, wanted: SlicesWanted): Promise<number> {
  const [row] = await rows<{ lines: number }>(statements.countLines, { ...wanted, district: district.cds });
  return row?.lines ?? 0;
}

/** The slices of at most so many lines of place, group and grade, from one on, each line's years together. */
export function selectLines(
  { rows, district }: Counted,
  wanted: SlicesWanted,
  first: number,
  most: number,
): Promise<Slice[]> {
  return rows<Slice>(statements.selectLines, {
    ...wanted,
    district: district.cds,
    first,
    most,
    groups: studentGroups.map(({ code }) => code),
    grades: [...gradeSpans, ...singleGrades],
  });
}
