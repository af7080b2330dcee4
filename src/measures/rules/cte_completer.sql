-- name: cte_completer
-- counts: rate
-- needs: enrolment[-3..0], student_course
-- Members of the four-year cohort who passed the capstone course of a career pathway with C- or better in their four
-- years.
create or replace temp table contribution as
select
  cohort.district_cds, cohort.school_cds, cohort.grade, cohort.groups, 1 as n,
  (completer.student_id is not null)::integer as numerator
from cohort_at_level as cohort
left join capstone_completer($year - 3, $year) as completer on completer.student_id = cohort.student_id;
