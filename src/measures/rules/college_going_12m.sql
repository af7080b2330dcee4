-- name: college_going_12m
-- counts: rate
-- needs: enrolment, college_enrolment
-- High-school completers of the year (diploma 100, adult education 250, CHSPE 320, GED 330) found in a college from
-- the day of completion to 12 months after. Certificates of special education (120) are not completers here.
create or replace temp table contribution as
with completer as (
  select student_id, district_cds, school_cds, end_date
  from stay
  where school_year = $year and status = '10' and completion in ('100', '250', '320', '330')
  qualify row_number() over (
    partition by student_id, district_cds order by end_date desc, start_date desc, school_cds desc
  ) = 1
),
found as (
  select distinct completer.student_id, completer.district_cds
  from completer
  join college_enrolment as college
    on college.student_id = completer.student_id
    and college.from_date between completer.end_date and completer.end_date + interval 12 month
),
placed as (
  select student_id, district_cds, school_cds from completer
  union all
  select student_id, district_cds, '00000000000000'::place_code from completer
)
select
  placed.district_cds, placed.school_cds, null::varchar as grade, held.groups, 1 as n,
  (found.student_id is not null)::integer as numerator
from placed
join groups_in_year as held on held.student_id = placed.student_id
left join found on found.student_id = placed.student_id and found.district_cds = placed.district_cds;
