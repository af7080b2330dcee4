-- name: reclass_rate_dataquest
-- counts: rate
-- needs: enrolment[-1..0], language_status
-- Reclassified since the last Census Day (after it, to this year's Census Day), of the English learners enrolled on
-- the last one. A reclassified student counts where a primary stay covers the day; groups are those of the last
-- Census Day.
create or replace temp table contribution as
with learner as (
  select
    place.student_id, place.district_cds, place.school_cds,
    grade_name(max_by(place.grade, (place.start_date, place.grade))) as grade
  from stay_at_level as place
  semi join language_stretch as language
    on language.student_id = place.student_id
    and language.status = 'EL'
    and census_day($year - 1) between language.first_day and language.last_day
  where place.school_year = $year - 1 and census_day($year - 1) between place.start_date and place.end_date
  group by place.student_id, place.district_cds, place.school_cds
),
counted as (
  select student_id, district_cds, school_cds, grade, 1 as n, 0 as numerator from learner
  union all
  select student_id, district_cds, school_cds, grade, 0, 1
  from reclassified_between(census_day($year - 1) + 1, census_day($year))
)
select counted.district_cds, counted.school_cds, counted.grade, held.groups, n, numerator
from counted
join groups_on_last_census_day as held on held.student_id = counted.student_id;
