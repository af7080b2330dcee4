-- name: selectInputs
-- A row is a table that rules need and a school year it has rows of; null where its rows have no year.
select distinct 'enrolment' as name, school_year::integer as year from enrolment
union all select distinct 'test_result', school_year::integer from test_result
union all select distinct 'elpac_result', school_year::integer from elpac_result
union all select distinct 'attendance', school_year::integer from attendance
union all select distinct 'incident', school_year::integer from incident
union all select distinct 'student_course', school_year::integer from student_course
union all select distinct 'exam', school_year::integer from exam
union all select distinct 'staff_assignment', school_year::integer from staff_assignment
union all (select 'student_info', null from student_info limit 1)
union all (select 'language_status', null from language_status limit 1)
union all (select 'programme', null from programme limit 1)
union all (select 'college_enrolment', null from college_enrolment limit 1)
union all (select 'staff', null from staff limit 1);

-- name: insertRun
insert into measure_run (run_id, started_at)
select coalesce(max(run_id), 0) + 1, $now from measure_run;

-- name: selectRun
-- The run that began last.
select max(run_id)::integer as run from measure_run;

-- name: endRun
update measure_run set ended_at = $now where run_id = $run;

-- name: deleteEarlierCounts
-- The counts of these measures in the year by earlier runs, which this run replaces.
delete from counted where measured_id in (
  select measured_id from measured where measure_id in (select unnest($measures)) and school_year = $year
);

-- name: deleteEarlierMeasured
delete from measured where measure_id in (select unnest($measures)) and school_year = $year;

-- name: insertMeasured
insert into measured
select coalesce(max(measured_id), 0) + 1, $run, $measure, $definition, $rule, $year from measured
returning measured_id as measured;

-- name: addUp
-- A row is what the students of a place, grade and group contribute; grade is null for the ungraded, who count in all
-- grades only. Students alike in place, grade and groups are first taken together. hidden: groups that cannot be told.
create or replace temp table slice as
with alike as (
  select
    district_cds, school_cds, grade, groups,
    sum(n)::integer as n, sum(numerator)::integer as numerator
  from contribution
  group by all
)
select
  district_cds, school_cds, grade, held.code as student_group,
  sum(n)::integer as n, sum(numerator)::integer as numerator
from alike
join student_groups as held on alike.groups & held.bit <> 0 and held.code::varchar not in (select unnest($hidden))
group by all;

-- name: addUpMeans
create or replace temp table slice as
with alike as (
  select
    district_cds, school_cds, grade, groups,
    sum(n)::integer as n, sum(sum)::bigint as sum, sum(expected)::integer as expected, sum(tested)::integer as tested,
    any_value(penalty) as penalty
  from contribution
  group by all
)
select
  district_cds, school_cds, grade, held.code as student_group,
  sum(n)::integer as n, sum(sum)::bigint as sum, sum(expected)::integer as expected, sum(tested)::integer as tested,
  any_value(penalty) as penalty
from alike
join student_groups as held on alike.groups & held.bit <> 0 and held.code::varchar not in (select unnest($hidden))
group by all;

-- name: addUpRatios
create or replace temp table slice as
with alike as (
  select
    district_cds, school_cds, grade, groups,
    sum(n)::integer as n, sum(sum) as sum, sum(denominator) as denominator
  from contribution
  group by all
)
select
  district_cds, school_cds, grade, held.code as student_group,
  sum(n)::integer as n, sum(sum) as sum, sum(denominator) as denominator
from alike
join student_groups as held on alike.groups & held.bit <> 0 and held.code::varchar not in (select unnest($hidden))
group by all;

-- name: insertPlaces
-- The places of these slices that nothing was counted of before.
insert into counted_place
select
  (select coalesce(max(place_id), 0) from counted_place)
    + row_number() over (order by new.district_cds, new.school_cds),
  new.district_cds, new.school_cds
from (select distinct district_cds::varchar as district_cds, school_cds::varchar as school_cds from slice) as new
anti join counted_place
  on counted_place.district_cds = new.district_cds and counted_place.school_cds = new.school_cds;

-- name: insertRates
-- A row is a slice with how many of how many.
insert into counted (measured_id, place_id, grade, student_group, n, numerator)
with counts as (
  select district_cds, school_cds, grade::counted_grade as grade, student_group, n, numerator
  from slice
  where grade is not null
  union all
  select district_cds, school_cds, 'all', student_group, sum(n), sum(numerator)
  from slice
  group by district_cds, school_cds, student_group
)
select $measured, place_id, grade, student_group, n, numerator
from counts
join counted_place using (district_cds, school_cds)
where n > 0;

-- name: insertRatesOfSpan
-- A row is a slice of several grades together.
insert into counted (measured_id, place_id, grade, student_group, n, numerator)
select $measured, place_id, $span, student_group, sum(n), sum(numerator)
from slice
join counted_place using (district_cds, school_cds)
where list_contains($grades, grade::varchar)
group by place_id, student_group
having sum(n) > 0;

-- name: insertMeans
-- A row is a slice with a sum over n records. To a slice of which less than 94.5 % of the expected were tested come
-- penalty records, the fewest that bring it there: 94.5 % of the expected, rounded up, less the tested.
insert into counted (measured_id, place_id, grade, student_group, n, sum)
with sums as (
  select district_cds, school_cds, grade::counted_grade as grade, student_group, n, sum, expected, tested, penalty
  from slice
  where grade is not null
  union all
  select
    district_cds, school_cds, 'all', student_group, sum(n), sum(sum), sum(expected), sum(tested), any_value(penalty)
  from slice
  group by district_cds, school_cds, student_group
),
counts as (
  select *, greatest(0, (945 * expected + 999) // 1000 - tested) as penalty_records from sums
)
select
  $measured, place_id, grade, student_group, n + penalty_records, sum + penalty_records * penalty
from counts
join counted_place using (district_cds, school_cds)
where n + penalty_records > 0;

-- name: insertRatios
-- A row is a slice with one sum over another, and the students behind them.
insert into counted (measured_id, place_id, grade, student_group, n, sum, denominator)
with counts as (
  select district_cds, school_cds, grade::counted_grade as grade, student_group, n, sum, denominator
  from slice
  where grade is not null
  union all
  select district_cds, school_cds, 'all', student_group, sum(n), sum(sum), sum(denominator)
  from slice
  group by district_cds, school_cds, student_group
)
select $measured, place_id, grade, student_group, n, sum, denominator
from counts
join counted_place using (district_cds, school_cds)
where n > 0;

-- name: dropSlice
drop table if exists temp.slice;
