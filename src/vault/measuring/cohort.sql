-- name: cohort
-- A row is a student of the four-year adjusted cohort of the year in a district, at the school of the deciding stay:
-- the class, less those who were removed. What the stay says of A-G, seals and programmes stands beside.
create or replace temp table cohort as
select member.* exclude (removed), held.groups
from class_member($year) as member
join groups_in_cohort as held on held.student_id = member.student_id
where not removed;
