-- name: stability
-- counts: rate
-- needs: enrolment
-- Non-stability: students who were at the place for less than 245 days on end (gaps of up to 30 days bridged), or
-- whose last stay there ended by truancy, expulsion or for reasons unknown (E140, E300, E400) with no stay in the
-- district after it. Assumed from Education Code 42238.024; the state's adjustment of cumulative enrolment is not
-- known.
create or replace temp table contribution as
with longest as (
  select student_id, district_cds, school_cds, max(last_day - first_day + 1) as days
  from enrolment_stretch
  group by student_id, district_cds, school_cds
),
last_stay as (
  select
    student_id, district_cds, school_cds,
    arg_max_null(exit_reason, (start_date, end_date, coalesce(exit_reason, ''))) as exit_reason,
    arg_max(end_date, (start_date, end_date)) as end_date
  from stay_at_level
  where school_year = $year
  group by student_id, district_cds, school_cds
),
last_start as (
  select student_id, district_cds, max(start_date) as start_date
  from stay
  where school_year = $year
  group by student_id, district_cds
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups, 1 as n,
  (
    longest.days < 245
    or (
      coalesce(last_stay.exit_reason in ('E140', 'E300', 'E400'), false)
      and last_start.start_date <= last_stay.end_date
    )
  )::integer as numerator
from enrolled_in_year as enrolled
join groups_in_year as held on held.student_id = enrolled.student_id
join longest
  on longest.student_id = enrolled.student_id
  and longest.district_cds = enrolled.district_cds and longest.school_cds = enrolled.school_cds
join last_stay
  on last_stay.student_id = enrolled.student_id
  and last_stay.district_cds = enrolled.district_cds and last_stay.school_cds = enrolled.school_cds
join last_start
  on last_start.student_id = enrolled.student_id and last_start.district_cds = enrolled.district_cds;
