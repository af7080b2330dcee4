const same = {
  recordType: 'RecordType',
  ssid: 'SSID',
  localId: 'LocalStudentID',
  gender: 'Gender',
  grade: 'GradeAssessed',
  district: 'CALPADSDistrictCode',
  school: 'CALPADSSchoolCode',
  schoolName: 'CALPADSSchoolName',
  elEntry: 'ELEntryDate',
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
  score: 'OverallScaleScore',
  level: 'OverallPL',
} as const;

/** Before 2024-25 these are as they stood in CALPADS, not as of the test. */
const ofCalpads = {
  migrant: 'MigrantStatus',
  military: 'MilitaryStatus',
  foster: 'FosterStatus',
  homeless: 'HomelessStatus',
  parentEducation: 'ParentEducationLevel',
} as const;

export type ElpacField = keyof typeof same | keyof typeof ofCalpads | 'swd' | 'ltel';

/**
 * What each year's ELPAC file calls the columns that the vault reads. A year that is not here is refused. The headers of
 * 2022-23 and 2023-24 are those of TOMS's delimited files EnrolledStudentScoreData_2023 and _2024, as the sample data of
 * PowerSchool's ETL Assistant Tool have them; TestedStudentScoreData_2022 has the same columns as 2022-23. That of 2024-25
 * is CDE's.
 */
export const elpacAliases: Readonly<Record<string, Readonly<Partial<Record<ElpacField, string>>>>> = {
  '2023': { ...same, ...ofCalpads, swd: 'IDEAIndicatorforTesting' },
  '2024': { ...same, ...ofCalpads, swd: 'SpecialEducationforTesting' },
  '2025': {
    ...same,
    swd: 'SpecialEducationforTesting',
    migrant: 'MigrantStatusforTesting',
    military: 'MilitaryStatusforTesting',
    foster: 'FosterStatusforTesting',
    homeless: 'HomelessStatusforTesting',
    parentEducation: 'ParentEducationLevelforTesting',
    ltel: 'LTELorARLTEL',
  },
};
