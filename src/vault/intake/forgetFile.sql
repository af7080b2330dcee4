-- name: selectNamed
-- a row is a file by its number or name, the newest first
select file_id, name, layout, school_year::integer as year, kept, superseded_by
from loaded_file where file_id = $file or name = $name
order by file_id desc;

-- name: selectReferring
-- a row is a file whose results or offences belong to incidents of this one
select distinct loaded_file.name
from (select incident_id, file_id from incident_student union select incident_id, file_id from offence) as own
join loaded_file on loaded_file.file_id = own.file_id
where own.incident_id in (select incident_id from incident where file_id = $file) and own.file_id <> $file
order by loaded_file.name;

-- name: selectReplaced
-- a row is a file whose place this one took, or whose place such a one had taken
with recursive chain as (
  select file_id, name from loaded_file where superseded_by = $file
  union
  select earlier.file_id, earlier.name from loaded_file as earlier join chain on earlier.superseded_by = chain.file_id
)
select file_id, name from chain order by file_id;

-- name: selectSetsBeside
-- a row is a set of the same year from which a CALPADS file may have taken something
select name from loaded_file
where school_year = $year and superseded_by is null and kept > 0 and file_id <> $file
  and (layout = 'oneroster' or starts_with(layout, 'edfi '))
order by file_id;

-- name: insertForgotten
insert into forgotten_file
select file_id, name, sha256, layout, school_year, loaded_at, $removed, $students, $at, $why
from loaded_file where file_id = $file;

-- name: releaseContent
-- with kept 0 the content counts as not held, so that it can be loaded again
update loaded_file set kept = 0 where file_id = $file;

-- name: removeSupersededEnrolment
delete from superseded_enrolment where file_id = $file;

-- name: removeSupersededAttendance
delete from superseded_attendance where file_id = $file;

-- name: removeSupersededTests
delete from superseded_test_result where file_id = $file;

-- name: removeSupersededElpac
delete from superseded_elpac_result where file_id = $file;

-- name: removeStrangers
-- a row is a student whom no file names any more
delete from student where student_id not in (
  select student_id from enrolment
  union select student_id from student_info
  union select student_id from language_status
  union select student_id from programme
  union select student_id from attendance
  union select student_id from incident_student
  union select student_id from offence
  union select student_id from student_course
  union select student_id from exam
  union select student_id from college_enrolment
  union select student_id from test_result
  union select student_id from elpac_result
  union select student_id from interim_result
  union select student_id from class_membership
  union select student_id from superseded_enrolment
  union select student_id from superseded_attendance
  union select student_id from superseded_test_result
  union select student_id from superseded_elpac_result
);

-- name: selectLeft
-- the row counts releases that left, and drafts that stand
select
  count(*) filter (released_at is not null)::integer as released,
  count(*) filter (released_at is null and withdrawn_at is null)::integer as drafts,
  (select count(*)::integer from count) as counts
from release;

-- name: selectInForce
-- a row is a file in force
select file_id as file, name, layout, school_year::integer as year, kept as rows, loaded_at as "loadedAt"
from loaded_file where superseded_by is null and kept > 0
order by school_year nulls first, layout, file_id;

-- name: selectForgotten
-- a row is a file that was taken out
select name, layout, school_year::integer as year, removed, forgotten_at as "forgottenAt", why
from forgotten_file order by forgotten_at, file_id;
