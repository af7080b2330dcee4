-- name: sed_group
-- counts: rate
-- needs: enrolment, programme, student_info
-- Socioeconomically disadvantaged, of those enrolled in TK-12 on Census Day: meals, migrant, homeless, foster,
-- directly certified, or no parent with a high-school diploma.
create or replace temp table contribution as
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n,
  (held.groups & group_bit('SED') <> 0)::integer as numerator
from on_census_day as enrolled
join groups_on_census_day as held on held.student_id = enrolled.student_id
where enrolled.grade is not null;
