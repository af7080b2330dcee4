-- name: compare_enrolment
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of enrolment
with before as (select * exclude (file_id, line) from enrolment where file_id = $before), after as (select * exclude (file_id, line) from enrolment where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_enrolment
delete from enrolment where file_id = $file;

-- name: compare_student_info
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of student_info
with before as (select * exclude (file_id, line) from student_info where file_id = $before), after as (select * exclude (file_id, line) from student_info where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_student_info
delete from student_info where file_id = $file;

-- name: compare_language_status
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of language_status
with before as (select * exclude (file_id, line) from language_status where file_id = $before), after as (select * exclude (file_id, line) from language_status where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_language_status
delete from language_status where file_id = $file;

-- name: compare_programme
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of programme
with before as (select * exclude (file_id, line) from programme where file_id = $before), after as (select * exclude (file_id, line) from programme where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_programme
delete from programme where file_id = $file;

-- name: compare_attendance
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of attendance
with before as (select * exclude (file_id, line) from attendance where file_id = $before), after as (select * exclude (file_id, line) from attendance where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_attendance
delete from attendance where file_id = $file;

-- name: compare_incident
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of incident
with before as (select * exclude (file_id, line) from incident where file_id = $before), after as (select * exclude (file_id, line) from incident where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.incident_id = added.incident_id)) as n
  from added group by incident_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_incident
delete from incident where file_id = $file;

-- name: compare_incident_student
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of incident_student
with before as (select * exclude (file_id, line) from incident_student where file_id = $before), after as (select * exclude (file_id, line) from incident_student where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.incident_id = added.incident_id)) as n
  from added group by incident_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_incident_student
delete from incident_student where file_id = $file;

-- name: compare_offence
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of offence
with before as (select * exclude (file_id, line) from offence where file_id = $before), after as (select * exclude (file_id, line) from offence where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.incident_id = added.incident_id)) as n
  from added group by incident_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_offence
delete from offence where file_id = $file;

-- name: compare_course_section
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of course_section
with before as (select * exclude (file_id, line) from course_section where file_id = $before), after as (select * exclude (file_id, line) from course_section where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.section = added.section)) as n
  from added group by section
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_course_section
delete from course_section where file_id = $file;

-- name: compare_student_course
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of student_course
with before as (select * exclude (file_id, line) from student_course where file_id = $before), after as (select * exclude (file_id, line) from student_course where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_student_course
delete from student_course where file_id = $file;

-- name: compare_exam
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of exam
with before as (select * exclude (file_id, line) from exam where file_id = $before), after as (select * exclude (file_id, line) from exam where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_exam
delete from exam where file_id = $file;

-- name: compare_college_enrolment
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of college_enrolment
with before as (select * exclude (file_id, line) from college_enrolment where file_id = $before), after as (select * exclude (file_id, line) from college_enrolment where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_college_enrolment
delete from college_enrolment where file_id = $file;

-- name: compare_staff
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of staff
with before as (select * exclude (file_id, line) from staff where file_id = $before), after as (select * exclude (file_id, line) from staff where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.staff_id = added.staff_id)) as n
  from added group by staff_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_staff
delete from staff where file_id = $file;

-- name: compare_staff_assignment
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of staff_assignment
with before as (select * exclude (file_id, line) from staff_assignment where file_id = $before), after as (select * exclude (file_id, line) from staff_assignment where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.staff_id = added.staff_id)) as n
  from added group by staff_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_staff_assignment
delete from staff_assignment where file_id = $file;

-- name: compare_test_result
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of test_result
with before as (select * exclude (file_id, line) from test_result where file_id = $before), after as (select * exclude (file_id, line) from test_result where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_test_result
delete from test_result where file_id = $file;

-- name: compare_elpac_result
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of elpac_result
with before as (select * exclude (file_id, line) from elpac_result where file_id = $before), after as (select * exclude (file_id, line) from elpac_result where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_elpac_result
delete from elpac_result where file_id = $file;

-- name: compare_code_table
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of code_table
with before as (select * exclude (file_id, line) from code_table where file_id = $before), after as (select * exclude (file_id, line) from code_table where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.name = added.name)) as n
  from added group by name
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_code_table
delete from code_table where file_id = $file;

-- name: compare_oneroster_record
-- what a changed record comes to is counted in the tables of facts; counted here it would be counted twice
select 0::integer as added, 0::integer as removed, 0::integer as changed
where $before::integer <> $after::integer;

-- name: remove_oneroster_record
delete from oneroster_record where file_id = $file;

-- name: compare_interim_result
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of interim_result
with before as (select * exclude (file_id, line) from interim_result where file_id = $before), after as (select * exclude (file_id, line) from interim_result where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_interim_result
delete from interim_result where file_id = $file;

-- name: compare_class_membership
-- the row counts what a corrected file adds to, removes from and changes in its predecessor's rows of class_membership
with before as (select * exclude (file_id, line) from class_membership where file_id = $before), after as (select * exclude (file_id, line) from class_membership where file_id = $after),
added as (select * from after except all select * from before),
removed as (select * from before except all select * from after),
changed as (
  select least(count(*), (select count(*) from removed where removed.student_id = added.student_id)) as n
  from added group by student_id
)
select (select count(*) from added)::integer as added, (select count(*) from removed)::integer as removed,
  (select coalesce(sum(n), 0) from changed)::integer as changed;

-- name: remove_class_membership
delete from class_membership where file_id = $file;
