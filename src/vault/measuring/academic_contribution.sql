-- name: academic_contribution
-- A row is what a record contributes to the distance from standard of a place. n: it has a score that counts, of a
-- student continuously enrolled there who is no newcomer; alternate tests count from 2023 on. expected and tested are
-- for the penalty records and do not ask for continuous enrolment.
create or replace temp table academic_contribution as
with placed as (
  select *, tested_district as district_cds, school_cds as place from academic_record
  union all
  select *, accountable_district, '00000000000000'::place_code from academic_record
)
select
  placed.subject, placed.district_cds, placed.place as school_cds, placed.grade, placed.groups,
  counts::integer as n,
  case when counts then placed.distance else 0 end as sum,
  placed.expected::integer as expected,
  placed.tested::integer as tested
from (
  select
    placed.*,
    scored and not newcomer and ($year >= 2023 or not alternate)
      and coalesce(enrolment.last_day + 30 >= test_day, false) as counts
  from placed
  left join continuous_enrolment as enrolment
    on enrolment.student_id = placed.student_id
    and enrolment.district_cds = placed.district_cds
    and enrolment.school_cds = placed.place
) as placed;
