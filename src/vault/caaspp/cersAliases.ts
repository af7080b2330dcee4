/**
 * The columns that are read of the test export of the California Educator Reporting System, by the year of their first
 * file. Names of students, groups of students and the scores of claims are not: the state's files have the groups.
 */
export const cersAliases = {
  '2025': {
    district: 'DistrictId',
    school: 'SchoolId',
    ssid: 'StudentIdentifier',
    submitted: 'SubmitDateTime',
    year: 'SchoolYear',
    session: 'TestSessionId',
    type: 'AssessmentType',
    kind: 'AssessmentSubType',
    name: 'AssessmentName',
    subject: 'Subject',
    grade: 'GradeLevelWhenAssessed',
    completeness: 'Completeness',
    condition: 'AdministrationCondition',
    level: 'ScaleScoreAchievementLevel',
    score: 'ScaleScore',
    error: 'ScaleScoreStandardError',
  },
} as const;

export type CersField = keyof (typeof cersAliases)['2025'];
