-- name: dropLanguageStretch
drop table if exists temp.language_stretch;

-- name: dropStudentInfoStretch
drop table if exists temp.student_info_stretch;

-- name: dropReclassified
drop table if exists temp.reclassified;

-- name: dropFirstHighSchoolStay
drop table if exists temp.first_high_school_stay;
