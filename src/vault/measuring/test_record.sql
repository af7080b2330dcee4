-- name: test_record
-- A row is the record of a student in a subject (ELA, MATH) in a year, from the first year to the last: of several
-- the scored one first, then the tested, then the general before the alternate test, then the one loaded last. Most
-- students have one: for them there is nothing to compare.
-- scored: IncludeIndicator Y or T and a score. expected: not exempt for a medical emergency (NTE), nor, in ELA, as a
-- newcomer (E).
create or replace temp macro test_record(first_year, last_year) as table
with judged as not materialized (
  select
    * exclude (district_cds, school_cds, accountability_district),
    school_cds::place_code as school_cds,
    district_cds::place_code as tested_district,
    coalesce(accountability_district, district_cds)::place_code as accountable_district,
    case when test in ('ELA', 'CAA_ELA') then 'ELA' else 'MATH' end as subject,
    test in ('CAA_ELA', 'CAA_MATH') as alternate,
    coalesce(include in ('Y', 'T') and scale_score is not null, false) as scored,
    coalesce(condition <> 'NTE', true)
      and not (test in ('ELA', 'CAA_ELA') and coalesce(include = 'E', false)) as expected,
    coalesce(attemptedness in ('Y', 'P'), false) as attempted,
    coalesce(first_test_day, make_date(school_year, 4, 1)) as test_day
  from test_result
  where school_year between first_year and last_year
    and test in ('ELA', 'MATH', 'CAA_ELA', 'CAA_MATH')
    and grade_assessed in ('03', '04', '05', '06', '07', '08', '11')
),
several as (
  select student_id, school_year, subject
  from judged
  group by student_id, school_year, subject
  having count(*) > 1
),
first_of_several as (
  select judged.*
  from judged
  semi join several using (student_id, school_year, subject)
  qualify row_number() over (
    partition by judged.student_id, judged.school_year, judged.subject
    order by scored desc, attempted desc, alternate, file_id desc, line desc
  ) = 1
)
select *, expected and attempted as tested from first_of_several
union all
select judged.*, expected and attempted as tested
from judged
anti join several using (student_id, school_year, subject);
