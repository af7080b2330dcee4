/** The versions of OneRoster that are read, as a manifest writes them. */
export const oneRosterVersions = ['1.1', '1.2'] as const;
export type OneRosterVersion = (typeof oneRosterVersions)[number];

/** The files of a set that the vault reads. */
export const rosterFiles = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'users',
  'roles',
  'enrollments',
  'demographics',
] as const;
export type RosterFile = (typeof rosterFiles)[number];

/** Files of the standard that the vault has no use for: each is named in a note. */
export const otherRosterFiles: ReadonlySet<string> = new Set(
  `categories classResources courseResources lineItemLearningObjectiveIds lineItems lineItemScoreScales resources
  resultLearningObjectiveIds results resultScoreScales scoreScales userProfiles userResources`.split(/\s+/),
);

type Fields = { readonly [field: string]: 'must' | 'may' };
const races = {
  americanIndianOrAlaskaNative: 'may',
  asian: 'may',
  blackOrAfricanAmerican: 'may',
  nativeHawaiianOrOtherPacificIslander: 'may',
  white: 'may',
  demographicRaceTwoOrMoreRaces: 'may',
  hispanicOrLatinoEthnicity: 'may',
} as const;

const fieldsOfBoth = {
  orgs: { name: 'must', type: 'must', identifier: 'may' },
  academicSessions: { title: 'must', type: 'must', startDate: 'must', endDate: 'must', schoolYear: 'must' },
  courses: { title: 'must', courseCode: 'may' },
  classes: {
    title: 'must',
    courseSourcedId: 'may',
    classCode: 'may',
    classType: 'must',
    schoolSourcedId: 'must',
    termSourcedIds: 'must',
    grades: 'may',
  },
  enrollments: {
    classSourcedId: 'must',
    schoolSourcedId: 'must',
    userSourcedId: 'must',
    role: 'must',
    beginDate: 'may',
    endDate: 'may',
  },
  demographics: { birthDate: 'may', sex: 'may', ...races },
} as const;

/**
 * The columns that the vault keeps of each file (1EdTech OneRoster 1.1 and 1.2, CSV binding), and which of them a row must
 * fill. Names, mail addresses, telephone numbers and passwords are not among them: they are never taken in.
 */
export const rosterFields: Readonly<Record<OneRosterVersion, Readonly<Partial<Record<RosterFile, Fields>>>>> =
  {
    '1.1': {
      ...fieldsOfBoth,
      users: { orgSourcedIds: 'may', role: 'must', userIds: 'may', identifier: 'may', grades: 'may' },
    },
    '1.2': {
      ...fieldsOfBoth,
      users: { userIds: 'may', identifier: 'may', grades: 'may', primaryOrgSourcedId: 'may' },
      roles: {
        userSourcedId: 'must',
        roleType: 'must',
        role: 'must',
        orgSourcedId: 'must',
        beginDate: 'may',
        endDate: 'may',
      },
    },
  };

/** Without these nobody knows who is enrolled where. */
export function filesThatMustStand(version: OneRosterVersion): readonly RosterFile[] {
  const both = ['orgs', 'academicSessions', 'classes', 'users', 'enrollments'] as const;
  return version === '1.2' ? [...both, 'roles'] : both;
}

/** The column of a row's own id; demographics of 1.1 are named by their user. */
export function idColumnOf(file: RosterFile, header: readonly string[]): string {
  return file === 'demographics' && header.includes('userSourcedId') ? 'userSourcedId' : 'sourcedId';
}
