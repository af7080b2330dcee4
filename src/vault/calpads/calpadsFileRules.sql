-- name: selectOverlappingPrimaries
-- a row is a primary enrolment of this file that shares days with another of the same student and year
select distinct new.line
from enrolment as new
join enrolment as other
  on other.student_id = new.student_id and other.school_year = new.school_year
  and (other.file_id, other.line) <> (new.file_id, new.line)
where new.file_id = $file and new.status = '10' and other.status = '10'
  and (other.file_id < new.file_id or other.line < new.line)
  and new.start_date < coalesce(other.end_date, date '9999-12-31')
  and other.start_date < coalesce(new.end_date, date '9999-12-31')
order by new.line;

-- name: selectReclassifiedOutside
-- a row is a reclassification of this file on a day on which the student was enrolled nowhere in the district, though
-- enrolments of that school year are loaded
select status.line
from language_status as status
where status.file_id = $file and status.status = 'RFEP'
  and year(status.start_date + interval 6 month) in (select school_year from enrolment)
  and not exists (
    select 1 from enrolment
    where enrolment.student_id = status.student_id
      and status.start_date between enrolment.start_date and coalesce(enrolment.end_date, date '9999-12-31')
  )
order by status.line;

-- name: selectLanguageOfStrangers
select line from language_status
where file_id = $file and exists (select 1 from enrolment)
  and student_id not in (select student_id from enrolment) order by line;

-- name: selectInfoOfStrangers
select line from student_info
where file_id = $file and exists (select 1 from enrolment)
  and student_id not in (select student_id from enrolment) order by line;

-- name: selectProgrammesOfStrangers
select line from programme
where file_id = $file and exists (select 1 from enrolment)
  and student_id not in (select student_id from enrolment) order by line;

-- name: selectAttendanceOfStrangers
-- a row is a year of attendance at a school where the student is not enrolled in that year, though enrolments are loaded
select attendance.line
from attendance
where attendance.file_id = $file
  and attendance.school_year in (select school_year from enrolment)
  and not exists (
    select 1 from enrolment
    where enrolment.student_id = attendance.student_id and enrolment.school_year = attendance.school_year
      and enrolment.school_cds = attendance.school_cds
  )
order by attendance.line;
