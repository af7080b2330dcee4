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

-- name: selectStatusAgainstOtherFiles
-- a row is a status of this file that cannot follow the student's status before it, which another file says; which can
-- follow which stands in statusMustFollowFromTheOneBefore.ts, and a test holds the two together
with ordered as (
  select *,
    lag(status) over history as status_before,
    lag(file_id) over history as file_before,
    lead(status) over history as status_after,
    lead(file_id) over history as file_after
  from language_status
  where student_id in (select student_id from language_status where file_id = $file)
  window history as (partition by student_id order by start_date, file_id, line)
),
allowed as (
  select * from (values
    ('TBD', 'TBD'), ('TBD', 'EO'), ('TBD', 'EL'), ('TBD', 'IFEP'),
    ('EO', 'EO'), ('EO', 'EL'), ('EO', 'IFEP'), ('EO', 'TBD'),
    ('EL', 'EL'), ('EL', 'RFEP'), ('EL', 'ADEL'),
    ('IFEP', 'IFEP'), ('IFEP', 'EO'), ('RFEP', 'RFEP'), ('ADEL', 'ADEL')
  ) as pairs (status_before, status)
)
select line from ordered
where file_id = $file and (
  (file_before <> $file
    and not exists (
      select 1 from allowed
      where allowed.status_before = ordered.status_before and allowed.status = ordered.status
    ))
  or (file_after <> $file
    and not exists (
      select 1 from allowed
      where allowed.status_before = ordered.status and allowed.status = ordered.status_after
    ))
)
order by line;

-- name: selectReclassifiedAgain
-- a row is a reclassification of this file on another day than another file's of the same student
select new.line
from language_status as new
where new.file_id = $file and new.status = 'RFEP'
  and exists (
    select 1 from language_status as other
    where other.student_id = new.student_id and other.status = 'RFEP' and other.file_id <> $file
      and other.start_date <> new.start_date
  )
order by new.line;

-- name: selectCoursesWithoutSection
-- one row when courses of this file's years belong to sections that no file has any more
select null::integer as line
where exists (
  select 1 from student_course as course
  where course.section is not null
    and course.school_year in (select school_year from course_section where file_id = $file)
    and not exists (
      select 1 from course_section as section
      where section.school_year = course.school_year and section.school_cds = course.school_cds
        and section.local_course = course.local_course and section.section = course.section
    )
);

-- name: selectEnrolmentsTwice
-- a row is a stay that an earlier row of the file says already
select line
from (
  select line, row_number() over (partition by student_id, school_cds, status, grade, start_date, end_date, exit_reason order by line) as nth
  from enrolment where file_id = $file
)
where nth > 1
order by line;

-- name: selectAttendanceTwice
-- a row is a year at a school that an earlier row of the file says already
select line
from (
  select line, row_number() over (
    partition by
      student_id, school_cds, expected_days, attended_days, out_of_school_suspension_days, excused_days,
      unexcused_days, incomplete_independent_study_days, exempt
    order by line
  ) as nth
  from attendance where file_id = $file
)
where nth > 1
order by line;

-- name: selectResultsTwice
-- a row is a result that an earlier row of the file says already
select line
from (
  select line, row_number() over (partition by incident_id, student_id, result, days order by line) as nth
  from incident_student where file_id = $file
)
where nth > 1
order by line;

-- name: selectCoursesTwice
-- a row is a term in a section that an earlier row of the file says already
select line
from (
  select line, row_number() over (partition by student_id, school_cds, local_course, section, term order by line) as nth
  from student_course where file_id = $file
)
where nth > 1
order by line;
