-- name: dropAcademicContribution
drop table if exists temp.academic_contribution;

-- name: dropAcademicRecord
drop table if exists temp.academic_record;

-- name: dropAttendanceInYear
drop table if exists temp.attendance_in_year;

-- name: dropCohort
drop table if exists temp.cohort;

-- name: dropCollegeCareerRecord
drop table if exists temp.college_career_record;

-- name: dropConductInYear
drop table if exists temp.conduct_in_year;

-- name: dropFirstHighSchoolStay
drop table if exists temp.first_high_school_stay;

-- name: dropGraduationCohort
drop table if exists temp.graduation_cohort;

-- name: dropGroupsInCohort
drop table if exists temp.groups_in_cohort;

-- name: dropGroupsInYear
drop table if exists temp.groups_in_year;

-- name: dropGroupsOnCensusDay
drop table if exists temp.groups_on_census_day;

-- name: dropGroupsOnLastCensusDay
drop table if exists temp.groups_on_last_census_day;

-- name: dropLanguageStretch
drop table if exists temp.language_stretch;

-- name: dropLearnersOnCensusDay
drop table if exists temp.learners_on_census_day;

-- name: dropLevelLow
drop table if exists temp.level_low;

-- name: dropLongTermLearner
drop table if exists temp.long_term_learner;

-- name: dropReclassified
drop table if exists temp.reclassified;

-- name: dropStudentAtPlace
drop table if exists temp.student_at_place;

-- name: dropStudentGroups
drop table if exists temp.student_groups;

-- name: dropStudentInfoStretch
drop table if exists temp.student_info_stretch;

-- name: dropContribution
drop table if exists temp.contribution;
