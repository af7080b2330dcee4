-- name: selectReleasable
-- A row is a slice that a grant allows, with its exact counts: the district's own, and its schools' where `schools`.
select
  measure_id as measure, definition_hash as definition, rule_hash as rule, school_year::integer as "schoolYear",
  school_cds as school, grade, student_group as "group", n, numerator, sum::varchar as sum,
  denominator::varchar as denominator
from count
where district_cds = $district and list_contains($measures, measure_id)
  and school_year between $firstYear and $lastYear
  and (school_cds = '00000000000000' or ($schools and school_cds like left($district, 7) || '%'))
order by measure_id, school_year, school_cds, grade, student_group;

-- name: selectFreshness
-- When the oldest of the counts' runs began, and when a file was loaded or taken out last.
select
  (select min(started_at) from measure_run where run_id in (select run_id from count)) as "measuredAt",
  greatest((select max(loaded_at) from loaded_file), (select max(forgotten_at) from forgotten_file)) as "loadedAt";

-- name: selectPlaceNames
-- A row is a district or school with its name.
select cds, name from place;
