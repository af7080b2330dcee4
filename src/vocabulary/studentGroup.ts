/** Student groups by the codes of the state's Dashboard; the groups it has no code for are named alike. */
export const studentGroups = [
  { code: 'ALL', name: 'All students', kind: 'all' },
  { code: 'EL', name: 'English learners', kind: 'language' },
  { code: 'ELO', name: 'English learners only', kind: 'language' },
  { code: 'RFP', name: 'Recently reclassified', kind: 'language' },
  { code: 'EVER', name: 'Ever English learners', kind: 'language' },
  { code: 'LTEL', name: 'Long-term English learners', kind: 'language' },
  { code: 'LTEL6', name: 'Long-term English learners (Education Code 313.1)', kind: 'language' },
  { code: 'ARL', name: 'At risk of becoming long-term English learners', kind: 'language' },
  { code: 'EO', name: 'English only', kind: 'language' },
  { code: 'SED', name: 'Socioeconomically disadvantaged', kind: 'programme' },
  { code: 'SWD', name: 'Students with disabilities', kind: 'programme' },
  { code: 'FOS', name: 'Foster youth', kind: 'programme' },
  { code: 'HOM', name: 'Homeless', kind: 'programme' },
  { code: 'MIG', name: 'Migrant', kind: 'programme' },
  { code: 'AA', name: 'African American', kind: 'race' },
  { code: 'AI', name: 'American Indian or Alaska Native', kind: 'race' },
  { code: 'AS', name: 'Asian', kind: 'race' },
  { code: 'FI', name: 'Filipino', kind: 'race' },
  { code: 'HI', name: 'Hispanic or Latino', kind: 'race' },
  { code: 'PI', name: 'Pacific Islander', kind: 'race' },
  { code: 'WH', name: 'White', kind: 'race' },
  { code: 'MR', name: 'Two or more races', kind: 'race' },
  { code: 'NR', name: 'Race not reported', kind: 'race' },
  { code: 'F', name: 'Female', kind: 'gender' },
  { code: 'M', name: 'Male', kind: 'gender' },
  { code: 'X', name: 'Non-binary', kind: 'gender' },
  { code: 'GNR', name: 'Gender not reported', kind: 'gender' },
  { code: 'SBA', name: 'Took the Smarter Balanced test', kind: 'test' },
  { code: 'CAA', name: 'Took the alternate test', kind: 'test' },
] as const;

export type StudentGroup = (typeof studentGroups)[number];
export type StudentGroupCode = StudentGroup['code'];
export type StudentGroupKind = StudentGroup['kind'];

const byCode = new Map<string, StudentGroup>(studentGroups.map((group) => [group.code, group]));

/** The group with this code, or undefined when Tandem has no such group. */
export function findStudentGroup(code: string): StudentGroup | undefined {
  return byCode.get(code);
}

/** The name a reader sees. An unknown code is a fault: codes are checked where they enter. */
export function studentGroupName(code: StudentGroupCode): string {
  const group = byCode.get(code);
  if (!group) throw new Error(`no student group has the code ${code}`);
  return group.name;
}
