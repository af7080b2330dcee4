/**
 * The facts a profile may hold: whom a place serves, its size, its money; never an outcome. A count stands under its
 * plain name; `…_share` is the percentage of the students its own source counts, so that counts and enrolments of
 * different sources are never divided by each other. Money is whole cents.
 */
export const profileFactors = [
  { id: 'enrolment', name: 'Students on census day', unit: 'students' },
  { id: 'charter_enrolment', name: 'Students in charter schools', unit: 'students' },
  { id: 'non_charter_enrolment', name: 'Students outside charter schools', unit: 'students' },
  { id: 'cumulative_enrolment', name: 'Students enrolled at any time in the year', unit: 'students' },
  { id: 'average_daily_attendance', name: 'Average daily attendance', unit: 'students' },

  { id: 'english_learners', name: 'English learners', unit: 'students' },
  { id: 'english_learner_share', name: 'English learners', unit: 'percent' },
  { id: 'fluent_english_proficient', name: 'Fluent English proficient students', unit: 'students' },
  { id: 'reclassified', name: 'Students reclassified since the last census day', unit: 'students' },
  { id: 'sed', name: 'Socioeconomically disadvantaged students', unit: 'students' },
  { id: 'sed_share', name: 'Socioeconomically disadvantaged students', unit: 'percent' },
  { id: 'sed_cumulative', name: 'Disadvantaged students, cumulative enrolment', unit: 'students' },
  { id: 'sed_cumulative_share', name: 'Disadvantaged students, cumulative enrolment', unit: 'percent' },
  { id: 'frpm', name: 'Students eligible for free or reduced-price meals', unit: 'students' },
  { id: 'frpm_share', name: 'Students eligible for free or reduced-price meals', unit: 'percent' },
  { id: 'meal_programme', name: 'Students with a meal programme record', unit: 'students' },
  { id: 'direct_certification', name: 'Directly certified students', unit: 'students' },
  { id: 'direct_certification_share', name: 'Directly certified students', unit: 'percent' },
  { id: 'unduplicated_pupils', name: 'Unduplicated pupils (low income, EL or foster)', unit: 'students' },
  { id: 'upc_share', name: 'Unduplicated pupils (low income, EL or foster)', unit: 'percent' },
  { id: 'foster', name: 'Foster youth', unit: 'students' },
  { id: 'foster_share', name: 'Foster youth', unit: 'percent' },
  { id: 'tribal_foster', name: 'Tribal foster youth', unit: 'students' },
  { id: 'homeless', name: 'Homeless students', unit: 'students' },
  { id: 'homeless_share', name: 'Homeless students', unit: 'percent' },
  { id: 'migrant', name: 'Migrant students', unit: 'students' },
  { id: 'migrant_share', name: 'Migrant students', unit: 'percent' },
  { id: 'swd', name: 'Students with disabilities', unit: 'students' },
  { id: 'swd_share', name: 'Students with disabilities', unit: 'percent' },

  { id: 'african_american', name: 'African American students', unit: 'students' },
  { id: 'african_american_share', name: 'African American students', unit: 'percent' },
  { id: 'american_indian', name: 'American Indian or Alaska Native students', unit: 'students' },
  { id: 'american_indian_share', name: 'American Indian or Alaska Native students', unit: 'percent' },
  { id: 'asian', name: 'Asian students', unit: 'students' },
  { id: 'asian_share', name: 'Asian students', unit: 'percent' },
  { id: 'filipino', name: 'Filipino students', unit: 'students' },
  { id: 'filipino_share', name: 'Filipino students', unit: 'percent' },
  { id: 'hispanic', name: 'Hispanic or Latino students', unit: 'students' },
  { id: 'hispanic_share', name: 'Hispanic or Latino students', unit: 'percent' },
  { id: 'pacific_islander', name: 'Pacific Islander students', unit: 'students' },
  { id: 'pacific_islander_share', name: 'Pacific Islander students', unit: 'percent' },
  { id: 'two_or_more_races', name: 'Students of two or more races', unit: 'students' },
  { id: 'two_or_more_races_share', name: 'Students of two or more races', unit: 'percent' },
  { id: 'white', name: 'White students', unit: 'students' },
  { id: 'white_share', name: 'White students', unit: 'percent' },
  { id: 'race_not_reported', name: 'Students whose race is not reported', unit: 'students' },
  { id: 'race_not_reported_share', name: 'Students whose race is not reported', unit: 'percent' },

  { id: 'district_type', name: 'Type of district', unit: 'words' },
  { id: 'grade_span', name: 'Grades', unit: 'words' },
  { id: 'locale', name: 'Locale', unit: 'words' },

  { id: 'student_teacher_ratio', name: 'Students per teacher', unit: 'ratio' },
  { id: 'experienced_teachers', name: 'Experienced teachers', unit: 'people' },
  { id: 'inexperienced_teachers', name: 'Inexperienced teachers', unit: 'people' },
  { id: 'average_years_teaching', name: 'Average years of teaching', unit: 'years' },
  { id: 'average_teacher_salary_cents', name: 'Average teacher salary', unit: 'cents' },
  { id: 'per_pupil_spending_cents', name: 'Current expense of education per pupil', unit: 'cents' },
  { id: 'general_fund_spending_cents', name: 'General fund spending', unit: 'cents' },
  { id: 'general_fund_spending_per_pupil_cents', name: 'General fund spending per pupil', unit: 'cents' },
  { id: 'general_fund_revenue_cents', name: 'General fund revenue', unit: 'cents' },
  { id: 'general_fund_revenue_per_pupil_cents', name: 'General fund revenue per pupil', unit: 'cents' },

  { id: 'equity_multiplier_eligible', name: 'Eligible for the equity multiplier', unit: 'words' },
  { id: 'equity_multiplier_sites', name: 'Sites eligible for the equity multiplier', unit: 'sites' },
  { id: 'equity_multiplier_cents', name: 'Equity multiplier funding', unit: 'cents' },
] as const;

export type ProfileFactor = (typeof profileFactors)[number];
export type ProfileFactorId = ProfileFactor['id'];

const byId = new Map<string, ProfileFactor>(profileFactors.map((factor) => [factor.id, factor]));

/** The factor with this id, or undefined when no layout writes such a fact. */
export function findProfileFactor(id: string): ProfileFactor | undefined {
  return byId.get(id);
}
