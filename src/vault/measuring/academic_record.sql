-- name: academic_record
-- A row is the record of a student in ELA or mathematics in the year, with its distance from the standard and the
-- groups as the record gives them. An alternate score says its level by its last two digits, 60 is Level 3.
create or replace temp table academic_record as
select
  record.student_id, record.subject, alternate, record.tested_district, record.accountable_district,
  record.school_cds, grade_name(record.grade_assessed) as grade, record.level, record.test_day, scored, expected,
  tested,
  coalesce(el_status = 'EL' and us_entry + interval 1 year > test_day, false) as newcomer,
  case when alternate then record.scale_score % 100 - 60 else record.scale_score - low.score end as distance,
  groups_at_testing(
    el_status, rfep_date, us_entry, test_day, sed, swd, migrant, foster, homeless, parent_education, race, gender,
    long_term.groups
  ) as groups
from test_record($year, $year) as record
join level_low as low on low.subject = record.subject and low.grade = record.grade_assessed
left join long_term_learner as long_term on long_term.student_id = record.student_id;
