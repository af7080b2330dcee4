-- name: fillStudent
-- A row is a student. The class of kindergarten is the student's number over a thirteenth of the enrolment, so that each
-- year has as many students as were asked for.
insert into student
select id, lpad(id::varchar, 10, '1'), null, '10621660000000' from range($students * (12 + $years) // 13) as one(id);

-- name: fillEnrolment
-- A row is a stay: everybody at one school, one in twenty moves to another in January.
insert into enrolment
  (student_id, school_year, district_cds, school_cds, status, grade, start_date, end_date, exit_reason, completion,
   met_uc_csu, file_id, line)
select
  student_id, school_year, '10621660000000', '1062166' || lpad(((hash(student_id // 40, level, part) % $schools) + 1)::varchar, 7, '0'),
  '10', lpad(grade, 2, '0'), case part when 0 then make_date(school_year - 1, 8, 14) else make_date(school_year, 1, 8) end,
  case when moves and part = 0 then make_date(school_year - 1, 12, 20) else make_date(school_year, 6, 6) end,
  case when moves and part = 0 then 'T160' when grade = '12' then 'E230' end,
  case when grade = '12' and hash(student_id, 'diploma') % 100 < 86 then '100' end,
  hash(student_id, 'ag') % 100 < 50, 1, 1
from (
  select
    student_id, year.school_year, case when number = 0 then 'KN' else number::varchar end as grade,
    case when number < 6 then 0 when number < 9 then 1 else 2 end as level,
    hash(student_id, school_year, 'moves') % 20 = 0 as moves
  from student
  cross join range($first, $first + $years) as year(school_year)
  cross join lateral (select (year.school_year - $first + 12 - student_id // ($students // 13))::integer as number)
  where number between 0 and 12
) as one
cross join range(2) as half(part)
where part = 0 or moves
order by school_year, 4;

-- name: fillInfo
insert into student_info
select
  student_id, date '2005-08-14', null, date '2010-01-01', case hash(student_id, 'gender') % 100 when 0 then 'X' else ['F', 'M'][(hash(student_id, 'gender') % 2 + 1)::integer] end,
  ['HI', 'HI', 'HI', 'WH', 'WH', 'AS', 'AA', 'FI', 'MR', 'AI'][(hash(student_id, 'race') % 10 + 1)::integer],
  date '2008-08-14' + (hash(student_id, 'entry') % 4000)::integer, (10 + hash(student_id, 'parents') % 6)::varchar, hash(student_id, 'certified') % 3 = 0, 1, 1
from student;

-- name: fillLanguage
-- Four in ten speak another language; half of them are reclassified at some time.
insert into language_status
select student_id, 'EO', date '2005-08-14', '00', 1, 1 from student where hash(student_id, 'language') % 10 >= 4
union all
select student_id, 'EL', date '2005-08-14', '01', 1, 1 from student where hash(student_id, 'language') % 10 < 4
union all
select student_id, 'RFEP', date '2012-01-15' + (hash(student_id, 'reclassified') % 5000)::integer, '01', 1, 2 from student where hash(student_id, 'language') % 10 < 2;

-- name: fillProgramme
insert into programme
select student_id, '1062166', code, '1', date '2005-08-14', null, 1, 1
from student
cross join (values ('181', 60), ('144', 14), ('190', 1), ('191', 4), ('135', 2)) as one(code, share)
where hash(student_id, code) % 100 < share;

-- name: fillAttendance
insert into attendance
select
  student_id, school_year, district_cds, school_cds, days, days - absent, 0, 0, absent // 2, absent - absent // 2, 0, false, 1, 1
from (
  select *, (end_date - start_date) * 180 // 297 as days,
    (hash(student_id, school_year, 'absent') % 1000 / 1000.0) ** 3 * days // 3 as absent
  from enrolment
)
order by school_year, school_cds;

-- name: fillIncident
insert into incident
select row_number() over (), 'one', school_year, district_cds, school_cds, start_date + 30, student_id, 1
from enrolment where hash(student_id, school_year, 'incident') % 20 = 0;

-- name: fillResult
insert into incident_student
select incident_id, file_id, '100', (incident_id % 4) / 2, 1, 1 from incident;

-- name: fillTests
-- A row is a record in ELA or mathematics of grades 3-8 and 11.
insert into test_result
  (student_id, school_year, test, grade_assessed, district_cds, school_cds, scale_score, level, attemptedness, include,
   first_test_day, el_status, rfep_date, us_entry, sed, swd, migrant, foster, homeless, race, gender, parent_education, file_id, line)
select
  stay.student_id, school_year, subject, grade, district_cds, school_cds,
  case when tested then 2300 + grade::integer * 25 + hash(stay.student_id, subject, school_year) % 300 end,
  case when tested then 1 + hash(stay.student_id, subject, school_year) % 300 // 75 end,
  case when tested then 'Y' else 'N' end, case when tested then 'Y' else 'N' end, make_date(school_year, 4, 15),
  case when hash(stay.student_id, 'language') % 10 >= 4 then 'EO' when hash(stay.student_id, 'language') % 10 < 2 and reclassified <= make_date(school_year, 4, 1) then 'RFEP' else 'EL' end,
  case when hash(stay.student_id, 'language') % 10 < 2 then reclassified end, us_entry_date,
  hash(stay.student_id, '181') % 100 < 60, hash(stay.student_id, '144') % 100 < 14, false, false, false, race, gender, parent_education, 1, 1
from (select *, hash(student_id, school_year, 'tested') % 100 < 96 as tested, date '2012-01-15' + (hash(student_id, 'reclassified') % 5000)::integer as reclassified from enrolment where grade in ('03', '04', '05', '06', '07', '08', '11') and end_date >= make_date(school_year, 4, 1)) as stay
join student_info on student_info.student_id = stay.student_id
cross join (values ('ELA'), ('MATH')) as one(subject)
order by school_year, school_cds;

-- name: fillElpac
insert into elpac_result
  (student_id, school_year, kind, grade, district_cds, school_cds, scale_score, level, include, first_test_day, us_entry, sed, swd, race, gender, parent_education, file_id, line)
select
  stay.student_id, school_year, 'summative', grade, district_cds, school_cds, 1300 + hash(stay.student_id, school_year, 'elpac') % 350,
  1 + hash(stay.student_id, school_year, 'elpac') % 350 // 88, 'Y', make_date(school_year, 3, 1), us_entry_date, false, false, race, gender, parent_education, 1, 1
from enrolment as stay
join student_info on student_info.student_id = stay.student_id
where hash(stay.student_id, 'language') % 10 < 4 and stay.end_date >= make_date(school_year, 4, 1)
  and (hash(stay.student_id, 'language') % 10 >= 2 or date '2012-01-15' + (hash(stay.student_id, 'reclassified') % 5000)::integer > make_date(school_year, 3, 1))
order by school_year, school_cds;

-- name: fillCourses
-- A row is one of six courses a year in high school.
insert into student_course
  (student_id, school_year, district_cds, school_cds, term, state_course, college_credit, capstone, mark, file_id, line)
select
  student_id, school_year, district_cds, school_cds, 'FY', (9240 + course)::varchar, course = 5, course = 4 and grade = '12',
  ['A', 'A-', 'B', 'B-', 'C', 'C-', 'D', 'F'][(hash(student_id, school_year, course) % 8 + 1)::integer], 1, 1
from enrolment
cross join range(6) as one(course)
where grade in ('09', '10', '11', '12') and (exit_reason is null or exit_reason <> 'T160')
order by school_year, school_cds;

-- name: fillExams
insert into exam
select student_id, school_year, 'AP', (number % 9)::varchar, 1 + hash(student_id, number) % 5, 1, 1
from enrolment
cross join range(2) as one(number)
where grade in ('11', '12') and hash(student_id, 'ap') % 4 = 0;

-- name: fillCollege
insert into college_enrolment
select student_id, make_date(school_year, 8, 20), 1, 1 from enrolment where grade = '12' and hash(student_id, 'college') % 3 > 0;

-- name: countRows
-- Rows of facts in all.
select (
  (select count(*) from enrolment) + (select count(*) from attendance) + (select count(*) from test_result)
  + (select count(*) from elpac_result) + (select count(*) from student_course) + (select count(*) from language_status)
  + (select count(*) from programme) + (select count(*) from student_info)
)::bigint as facts;

-- name: countCounts
select count(*)::bigint as slices from count;

-- name: scanRows
-- Every value of the rows that measures read, once.
select (
  (select bit_xor(hash(one)) from enrolment as one), (select bit_xor(hash(one)) from attendance as one),
  (select bit_xor(hash(one)) from test_result as one), (select bit_xor(hash(one)) from elpac_result as one),
  (select bit_xor(hash(one)) from student_course as one), (select bit_xor(hash(one)) from language_status as one),
  (select bit_xor(hash(one)) from programme as one), (select bit_xor(hash(one)) from student_info as one)
)::varchar as scanned;
