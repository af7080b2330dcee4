-- name: replace_language_status
-- takes out what files of the same or an earlier year said of the same status from the same day on
delete from language_status as old using language_status as new, loaded_file as earlier
where new.file_id = $file and old.file_id <> $file and earlier.file_id = old.file_id
  and coalesce(earlier.school_year, 0) <= $year
  and old.student_id = new.student_id and old.status = new.status and old.start_date = new.start_date;

-- name: yield_language_status
-- takes out of this file what a later year's file says already
delete from language_status as new using language_status as old, loaded_file as later
where new.file_id = $file and old.file_id <> $file and later.file_id = old.file_id
  and coalesce(later.school_year, 0) > $year
  and old.student_id = new.student_id and old.status = new.status and old.start_date = new.start_date;

-- name: replace_programme
delete from programme as old using programme as new, loaded_file as earlier
where new.file_id = $file and old.file_id <> $file and earlier.file_id = old.file_id
  and coalesce(earlier.school_year, 0) <= $year
  and old.student_id = new.student_id and old.school_cds = new.school_cds and old.code = new.code
  and old.start_date = new.start_date;

-- name: yield_programme
delete from programme as new using programme as old, loaded_file as later
where new.file_id = $file and old.file_id <> $file and later.file_id = old.file_id
  and coalesce(later.school_year, 0) > $year
  and old.student_id = new.student_id and old.school_cds = new.school_cds and old.code = new.code
  and old.start_date = new.start_date;

-- name: replace_student_info
delete from student_info as old using student_info as new, loaded_file as earlier
where new.file_id = $file and old.file_id <> $file and earlier.file_id = old.file_id
  and coalesce(earlier.school_year, 0) <= $year
  and old.student_id = new.student_id and old.start_date = new.start_date;

-- name: yield_student_info
delete from student_info as new using student_info as old, loaded_file as later
where new.file_id = $file and old.file_id <> $file and later.file_id = old.file_id
  and coalesce(later.school_year, 0) > $year
  and old.student_id = new.student_id and old.start_date = new.start_date;

-- name: refresh_student_course
-- a row is a course of a student whose section this file says anew; pathway and capstone come from the state's table of
-- courses, columns 2 and 3 behind the course. The UC/CSU letter is the course row's own where it has one.
update student_course as course set
  state_course = section.state_course,
  level = section.level,
  ap_ib = section.ap_ib,
  college_credit = section.college_credit,
  cte_pathway = case when regexp_matches(state.pathway, '^\d') then state.pathway end,
  capstone = state.capstone
from course_section as section
left join (
  select
    trim(codes[1]) as state_course, first(codes[2] order by line) as pathway,
    first(codes[3] order by line) ilike 'y%' as capstone
  from code_table where name = 'course_group_master_combos' group by trim(codes[1])
) as state on state.state_course = section.state_course
where section.file_id = $file
  and course.school_year = section.school_year and course.school_cds = section.school_cds
  and course.local_course = section.local_course and course.section = section.section;
