import type { ProfileFactorId } from './profileFactor.ts';

type FactColumn = { readonly column: string; readonly factor: ProfileFactorId };

const district = ' (District)';

/** Whole numbers of students and teachers in Ed-Data's district workbooks. Some headers have a space too many, read as one. */
export const edDataCounts: readonly FactColumn[] = [
  { column: `Census Day Enrollment${district}`, factor: 'enrolment' },
  { column: `Average Daily Attendance (ADA)${district}`, factor: 'average_daily_attendance' },
  { column: `Cumulative Enrollment${district}`, factor: 'cumulative_enrolment' },
  { column: `English Learners Count${district}`, factor: 'english_learners' },
  { column: `American Indian or Alaska Native Count${district}`, factor: 'american_indian' },
  { column: `Asian Count${district}`, factor: 'asian' },
  { column: `Black or African American Count${district}`, factor: 'african_american' },
  { column: `Filipino Count${district}`, factor: 'filipino' },
  { column: `Hispanic or Latino Count${district}`, factor: 'hispanic' },
  { column: `Native Hawaiian or Pac Islander Count${district}`, factor: 'pacific_islander' },
  { column: `Two or More Races Count${district}`, factor: 'two_or_more_races' },
  { column: `None Reported Count${district}`, factor: 'race_not_reported' },
  { column: `White Count${district}`, factor: 'white' },
  { column: `Free/Reduced Meals Count${district}`, factor: 'frpm' },
  { column: `Students with Disabilities Count${district}`, factor: 'swd' },
  { column: `Experienced Teachers${district}`, factor: 'experienced_teachers' },
  { column: `Inexperienced Teachers${district}`, factor: 'inexperienced_teachers' },
];

export const edDataShares: readonly FactColumn[] = [
  { column: `English Learners Percent${district}`, factor: 'english_learner_share' },
  { column: `American Indian or Alaska Native Percent${district}`, factor: 'american_indian_share' },
  { column: `Asian Percent${district}`, factor: 'asian_share' },
  { column: `Black or African American Percent${district}`, factor: 'african_american_share' },
  { column: `Filipino Percent${district}`, factor: 'filipino_share' },
  { column: `Hispanic or Latino Percent${district}`, factor: 'hispanic_share' },
  { column: `Native Hawaiian or Pac Islander Percent${district}`, factor: 'pacific_islander_share' },
  { column: `Two or More Races Percent${district}`, factor: 'two_or_more_races_share' },
  { column: `None Reported Percent${district}`, factor: 'race_not_reported_share' },
  { column: `White Percent${district}`, factor: 'white_share' },
  { column: `Free/Reduced Meals Percent${district}`, factor: 'frpm_share' },
];

export const edDataDecimals: readonly FactColumn[] = [
  { column: `Student/Teacher Ratio${district}`, factor: 'student_teacher_ratio' },
  { column: `Avg Years Teaching${district}`, factor: 'average_years_teaching' },
];

/** Whole dollars. */
export const edDataDollars: readonly FactColumn[] = [
  { column: `Teacher Salary-Avg${district}`, factor: 'average_teacher_salary_cents' },
  { column: `Current Exp of Educ per ADA (Ed Code 41372)${district}`, factor: 'per_pupil_spending_cents' },
  { column: `Total Gen Fund Expenditures${district}`, factor: 'general_fund_spending_cents' },
  {
    column: `Total Gen Fund Expenditures Per Student${district}`,
    factor: 'general_fund_spending_per_pupil_cents',
  },
  { column: `Total Gen Fund Revenues${district}`, factor: 'general_fund_revenue_cents' },
  {
    column: `Total Gen Fund Revenues Per Student${district}`,
    factor: 'general_fund_revenue_per_pupil_cents',
  },
];

const tests = 'Ed-Data gives the percentage without the number of students.';
const charters = 'Counts the charter schools that the district authorised.';

/** Percentages that are a measure, and why they may differ from others of it. */
export const edDataRates = [
  {
    measure: 'math_met_pct',
    column: `CAASPP-Math Standard Exceeded or Met (Levels 3 and 4)${district}`,
    numerator: null,
    difference: tests,
  },
  {
    measure: 'ela_met_pct',
    column: `CAASPP-ELA Standard Exceeded or Met (Levels 3 and 4)${district}`,
    numerator: null,
    difference: tests,
  },
  {
    measure: 'math_near_pct',
    column: `CAASPP-Math Standard Nearly Met (Level 2)${district}`,
    numerator: null,
    difference: tests,
  },
  {
    measure: 'chronic_absence',
    column: `Chronic Absenteeism Percent${district}`,
    numerator: `Chronic Absenteeism Count${district}`,
    difference: `${charters} DataQuest’s rate of all grades, K-12; the Dashboard counts TK or K to grade 8 only.`,
  },
  {
    measure: 'suspension',
    column: `Suspension Rate${district}`,
    numerator: null,
    difference: `${charters} DataQuest’s rate of students suspended for any length of time; the Dashboard counts a full school day or more.`,
  },
] as const;
