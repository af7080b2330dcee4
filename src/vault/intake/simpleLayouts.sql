-- name: selectExamsOfStrangers
-- a row is an exam of this file whose student no loaded enrolment names
select line from exam
where file_id = $file and exists (select 1 from enrolment)
  and student_id not in (select student_id from enrolment) order by line;

-- name: selectCollegeOfStrangers
-- a row is a college enrolment of this file whose student no loaded enrolment names
select line from college_enrolment
where file_id = $file and exists (select 1 from enrolment)
  and student_id not in (select student_id from enrolment) order by line;
