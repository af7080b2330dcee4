import type { ExtractFile } from './extractFile.ts';

export type OneRosterVersion = '1.1' | '1.2';

const base = ['sourcedId', 'status', 'dateLastModified'];
const races =
  `americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white
  demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity`.split(/\s+/);
const names =
  'username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password';

/** The columns of each file in the order of the standard. */
export function oneRosterHeaders(version: OneRosterVersion): Readonly<Record<string, readonly string[]>> {
  const isFirst = version === '1.1';
  const words = (text: string): string[] => [...base, ...text.split(' ')];
  return {
    orgs: words('name type identifier parentSourcedId'),
    academicSessions: words('title type startDate endDate parentSourcedId schoolYear'),
    courses: words('schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes'),
    classes: words(
      'title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods',
    ),
    enrollments: words('classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate'),
    users: words(
      isFirst
        ? `enabledUser orgSourcedIds role ${names}`
        : `enabledUser ${names} userMasterIdentifier preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns`,
    ),
    ...(isFirst
      ? {}
      : { roles: words('userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId') }),
    demographics: [
      isFirst ? 'userSourcedId' : 'sourcedId',
      'status',
      'dateLastModified',
      'birthDate',
      'sex',
      ...races,
      'countryOfBirthCode',
      'stateOfBirthAbbreviation',
      'cityOfBirth',
      'publicSchoolResidenceStatus',
    ],
  };
}

const others = 'categories classResources courseResources lineItems resources results'.split(' ');

/** The manifest of a set whose files all come in one way; every other file of the standard is absent. */
export function oneRosterManifest(
  version: OneRosterVersion,
  mode: 'bulk' | 'delta',
  files: readonly string[],
): ExtractFile {
  const known = [...Object.keys(oneRosterHeaders(version)), ...others].toSorted();
  return {
    name: 'manifest.csv',
    delimiter: ',',
    header: ['propertyName', 'value'],
    rows: [
      ['manifest.version', '1.0'],
      ['oneroster.version', version],
      ...known.map((file) => [`file.${file}`, files.includes(file) ? mode : 'absent']),
      ['source.systemName', 'Sample'],
      ['source.systemCode', 'sample'],
    ],
  };
}

/**
 * The changes between two sets of one version, as a set of changes (delta) of one time: records that are new or differ,
 * and those that are gone as `tobedeleted`. Files without a change are absent.
 */
export function oneRosterDelta(
  version: OneRosterVersion,
  before: readonly ExtractFile[],
  after: readonly ExtractFile[],
  at: string,
): ExtractFile[] {
  const changed = after.slice(1).flatMap((file) => {
    const own = before.find(({ name }) => name === file.name);
    const old = new Map((own?.rows ?? []).map((row) => [row[0], row]));
    const marked = (row: readonly string[], status: string) => [row[0] ?? '', status, at, ...row.slice(3)];
    const rows = file.rows
      .filter((row) => old.get(row[0])?.join('\n') !== row.join('\n'))
      .map((row) => marked(row, 'active'));
    const ids = new Set(file.rows.map(([id]) => id));
    const gone = [...old.values()].filter(([id]) => !ids.has(id)).map((row) => marked(row, 'tobedeleted'));
    return rows.length + gone.length === 0 ? [] : [{ ...file, rows: [...rows, ...gone] }];
  });
  const files = changed.map(({ name }) => name.slice(0, -4));
  return [oneRosterManifest(version, 'delta', files), ...changed];
}
