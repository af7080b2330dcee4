-- name: stability
-- counts: rate
-- needs: enrolment
-- Non-stability: students who were at the place for less than 245 days on end (gaps of up to 30 days bridged), or
-- whose last stay there ended by truancy, expulsion or for reasons unknown (E140, E300, E400) with no stay in the
-- district after it. Assumed from Education Code 42238.024; the state's adjustment of cumulative enrolment is not
-- known.
create or replace temp table contribution as
select
  place.district_cds, place.school_cds, place.grade, held.groups, 1 as n,
  (
    longest_days < 245 or (coalesce(last_exit_reason in ('E140', 'E300', 'E400'), false) and not returned)
  )::integer as numerator
from student_at_place as place
join groups_in_year as held on held.student_id = place.student_id;
