-- name: college_career_record
-- A row is a student of the combined graduation cohort at a level with everything that the College/Career Indicator
-- asks of, from the five years to the year: grade 11 levels of the general tests, exams passed (AP 3, IB 4; a
-- subject counts once), college credit in sixths of a year (C- or better, or P: CDE's answers about the indicator),
-- years of military science, the capstone of a career pathway.
create or replace temp table college_career_record as
with test as (
  select
    student_id,
    max(level) filter (where subject = 'ELA') as ela,
    max(level) filter (where subject = 'MATH') as math
  from test_record($year - 4, $year)
  where grade_assessed = '11' and scored and not alternate and level between 1 and 4
  group by student_id
),
passed_exam as (
  select
    student_id,
    count(distinct subject) filter (where kind = 'AP' and score >= 3) as ap_exams,
    count(distinct subject) filter (where kind = 'IB' and score >= 4) as ib_exams
  from exam
  where school_year between $year - 4 and $year
  group by student_id
),
course as (
  select
    student_id,
    sum(sixths_of_year(term)) filter (where college_credit) as college_sixths,
    count(distinct school_year) filter (where state_course in ('2505', '9373') and good_mark(mark)) as military_years
  from student_course
  where school_year between $year - 4 and $year and (good_mark(mark) or mark = 'P')
  group by student_id
)
select
  cohort.*,
  coalesce(test.ela, 0) as ela,
  coalesce(test.math, 0) as math,
  coalesce((ela >= 3 and math >= 2) or (ela >= 2 and math >= 3), false) as three_and_two,
  coalesce(ap_exams, 0) as ap_exams,
  coalesce(ib_exams, 0) as ib_exams,
  coalesce(college_sixths, 0) as college_sixths,
  coalesce(military_years, 0) as military_years,
  completer.student_id is not null as capstone,
  coalesce(place.alternative, false) as alternative
from graduation_cohort as cohort
left join test on test.student_id = cohort.student_id
left join passed_exam on passed_exam.student_id = cohort.student_id
left join course on course.student_id = cohort.student_id
left join capstone_completer($year - 4, $year) as completer on completer.student_id = cohort.student_id
left join place on place.cds = cohort.deciding_school;
