-- name: grade_9_course_failures
-- counts: rate
-- needs: enrolment, student_course
-- Failed a course in grade 9: at least one mark F or NP in the year, of the students in grade 9 at the place who
-- have a mark in it, whichever school gave it.
create or replace temp table contribution as
with marked as (
  select student_id, bool_or(mark in ('F', 'NP')) as failed
  from student_course
  where school_year = $year and mark is not null
  group by student_id
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n, failed::integer as numerator
from enrolled_in_year as enrolled
join groups_in_year as held on held.student_id = enrolled.student_id
join marked on marked.student_id = enrolled.student_id
where enrolled.grade = '9';
