/** What each year's file calls the columns that the vault reads. A year that is not here is refused. */
const same = {
  recordType: 'RecordType',
  ssid: 'SSID',
  localId: 'LocalStudentID',
  gender: 'Gender',
  grade: 'GradeAssessed',
  district: 'CALPADSDistrictCode',
  school: 'CALPADSSchoolCode',
  schoolName: 'CALPADSSchoolName',
  accountability: 'SPEDAcctDist',
  swd: 'SpecialEducationforTesting',
  elStatus: 'ELStatus',
  elas: 'ELAS',
  elEntry: 'ELEntryDate',
  rfepDate: 'RFEPDate',
  usEntry: 'FirstEntryDateInUSSchool',
  sed: 'EconomicDisadvantageTesting',
  hispanic: 'HispanicorLatino',
  AI: 'AmericanIndianorAlaskaNative',
  AS: 'Asian',
  PI: 'HawaiianOrOtherPacificIslander',
  FI: 'Filipino',
  AA: 'BlackorAfricanAmerican',
  WH: 'White',
  two: 'TwoorMoreRaces',
  start1: 'TestStartDate1',
  start2: 'TestStartDate2',
  start3: 'TestStartDate3',
  start4: 'TestStartDate4',
  condition: 'ConditionCode',
  attemptedness: 'Attemptedness',
  include: 'IncludeIndicator',
  score: 'ScaleScore',
  level: 'AchievementLevels',
} as const;

export type CaasppField =
  | keyof typeof same
  | 'migrant'
  | 'military'
  | 'foster'
  | 'homeless'
  | 'parentEducation'
  | 'ltel';

export const caasppAliases: Readonly<Record<string, Readonly<Partial<Record<CaasppField, string>>>>> = {
  '2024': {
    ...same,
    migrant: 'MigrantStatus',
    military: 'MilitaryStatus',
    foster: 'FosterStatus',
    homeless: 'HomelessStatus',
    parentEducation: 'ParentEducationLevel',
  },
  '2025': {
    ...same,
    migrant: 'MigrantStatusforTesting',
    military: 'MilitaryStatusforTesting',
    foster: 'FosterStatusforTesting',
    homeless: 'HomelessStatusforTesting',
    parentEducation: 'ParentEducationLevelforTesting',
    ltel: 'LTELorARLTEL',
  },
};
