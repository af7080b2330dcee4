-- name: upc
-- counts: rate
-- needs: enrolment, language_status, programme
-- Unduplicated pupils: English learners, free or reduced meals (181, 182, or directly certified) and foster youth
-- (190), each once, of those enrolled in TK-12 on Census Day.
create or replace temp table contribution as
with counted as (
  select student_id from language_stretch
  where status = 'EL' and census_day($year) between first_day and last_day
  union
  select student_id from programme
  where code in ('181', '182', '190')
    and start_date <= census_day($year) and (end_date is null or end_date >= census_day($year))
  union
  select student_id from student_info_stretch
  where direct_certified and census_day($year) between first_day and last_day
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n,
  (counted.student_id is not null)::integer as numerator
from on_census_day as enrolled
join groups_on_census_day as held on held.student_id = enrolled.student_id
left join counted on counted.student_id = enrolled.student_id
where enrolled.grade is not null;
