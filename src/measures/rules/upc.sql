-- name: upc
-- counts: rate
-- needs: enrolment, language_status, programme
-- Unduplicated pupils, each once, of those enrolled on Census Day: English learners; free or reduced meals (181, 182) on
-- some day from 1 July to 31 October, or directly certified by the end of November; migrant (135), foster (190) or homeless
-- (191) on Census Day, who are eligible for meals by that. CALPADS reports 1.17 and 1.18 of October 2025; Flash 242.
create or replace temp table contribution as
with counted as (
  select student_id from language_stretch
  where status = 'EL' and census_day($year) between first_day and last_day
  union
  select student_id from programme
  where code in ('181', '182')
    and start_date <= make_date($year - 1, 10, 31)
    and (end_date is null or end_date >= greatest(start_date, make_date($year - 1, 7, 1)))
  union
  select student_id from programme
  where code in ('135', '190', '191')
    and start_date <= census_day($year) and (end_date is null or end_date >= census_day($year))
  union
  select student_id from student_info_stretch
  where direct_certified and make_date($year - 1, 11, 30) between first_day and last_day
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n,
  (counted.student_id is not null)::integer as numerator
from on_census_day as enrolled
join groups_on_census_day as held on held.student_id = enrolled.student_id
left join counted on counted.student_id = enrolled.student_id;
