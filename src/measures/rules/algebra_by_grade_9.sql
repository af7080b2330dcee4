-- name: algebra_by_grade_9
-- counts: rate
-- needs: enrolment, student_course
-- Passed Algebra I or Integrated Mathematics I by the end of grade 9: marks of C- or better that make a whole year,
-- in any year so far, of the students in grade 9 at the place.
create or replace temp table contribution as
with passed as (
  select student_id
  from student_course
  where school_year <= $year
    and state_course in ('2403', '2425', '2437', '2440', '2467', '2469', '9241', '9249')
    and good_mark(mark)
  group by student_id
  having sum(sixths_of_year(term)) >= 6
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n,
  (passed.student_id is not null)::integer as numerator
from enrolled_in_year as enrolled
join groups_in_year as held on held.student_id = enrolled.student_id
left join passed on passed.student_id = enrolled.student_id
where enrolled.grade = '9';
