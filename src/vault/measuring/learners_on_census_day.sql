-- name: learners_on_census_day
-- A row is an English learner at a place on Census Day. ltel: 7 years or more in schools of the
-- United States (Dashboard). ltel6: grades 6-12, 6 years or more, no higher ELPAC level than the year before, and in
-- grades 6-9 ELA not met. arl: grades 3-12, 4 or 5 years, ELPAC level 3 or below, and in grades 3-9 ELA not met
-- (Education Code 313.1). Levels are those of the earlier springs; a missing test excludes nobody.
create or replace temp table learners_on_census_day as
with judged as (
  select
    place.student_id, place.district_cds, place.school_cds, place.grade,
    coalesce(info.us_entry_date + interval 7 year <= census_day($year), false) as seven_years,
    coalesce(info.us_entry_date + interval 6 year <= census_day($year), false) as six_years,
    coalesce(info.us_entry_date + interval 4 year <= census_day($year), false) as four_years,
    coalesce(last_spring.level <= spring_before.level, true) as no_progress,
    coalesce(last_spring.level <= 3, true) as intermediate_or_below,
    coalesce(ela.level = 1, true) as ela_not_met,
    try_cast(place.grade::varchar as integer) as number
  from on_census_day as place
  join language_stretch as language
    on language.student_id = place.student_id
    and language.status = 'EL'
    and census_day($year) between language.first_day and language.last_day
  left join student_info_stretch as info
    on info.student_id = place.student_id
    and census_day($year) between info.first_day and info.last_day
  left join elpac_record($year - 1) as last_spring
    on last_spring.student_id = place.student_id and last_spring.kind = 'summative'
  left join elpac_record($year - 2) as spring_before
    on spring_before.student_id = place.student_id and spring_before.kind = 'summative'
  left join test_record($year - 1, $year - 1) as ela
    on ela.student_id = place.student_id and ela.subject = 'ELA' and ela.test = 'ELA' and ela.scored
)
select
  student_id, district_cds, school_cds, grade,
  seven_years as ltel,
  coalesce(number between 6 and 12, false) as grade_6_to_12,
  coalesce(number between 3 and 12, false) as grade_3_to_12,
  coalesce(number between 6 and 12, false) and six_years and no_progress and (ela_not_met or number > 9) as ltel6,
  coalesce(number between 3 and 12, false) and four_years and not six_years and intermediate_or_below
    and (ela_not_met or number > 9) as arl
from judged;
