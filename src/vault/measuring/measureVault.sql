-- name: selectInputs
-- A row is a table that rules need and a school year it has rows of; null where its rows have no year.
select 'enrolment' as name, school_year::integer as year from enrolment group by all
union all select 'test_result', school_year::integer from test_result group by all
union all select 'elpac_result', school_year::integer from elpac_result group by all
union all select 'attendance', school_year::integer from attendance group by all
union all select 'incident', school_year::integer from incident group by all
union all select 'student_course', school_year::integer from student_course group by all
union all select 'exam', school_year::integer from exam group by all
union all select 'staff_assignment', school_year::integer from staff_assignment group by all
union all select 'student_info', null from student_info group by all
union all select 'language_status', null from language_status group by all
union all select 'programme', null from programme group by all
union all select 'college_enrolment', null from college_enrolment group by all
union all select 'staff', null from staff group by all;

-- name: insertRun
insert into measure_run (run_id, started_at)
select coalesce(max(run_id), 0) + 1, $now from measure_run;

-- name: selectRun
-- The run that began last.
select max(run_id)::integer as run from measure_run;

-- name: endRun
update measure_run set ended_at = $now where run_id = $run;

-- name: deleteEarlierCounts
-- The counts of a measure and year by earlier runs, which this run replaces.
delete from count where measure_id = $measure and school_year = $year;

-- name: countContributions
-- How many rows the rule gave.
select count(*)::integer as contributions from contribution;

-- name: countRate
-- A row is a slice with how many of how many. Students alike in place, grade and groups are first taken together.
insert into count
  (run_id, measure_id, definition_hash, rule_hash, district_cds, school_cds, school_year, grade, student_group,
   n, numerator)
with alike as (
  select district_cds, school_cds, grade, groups, sum(n) as n, sum(numerator) as numerator
  from contribution
  where groups & $groups <> 0
  group by all
)
select
  $run, $measure, $definition, $rule, district_cds, school_cds, $year,
  coalesce(grade::varchar, 'all'), student_groups.code, sum(n), sum(numerator)
from alike
join student_groups on student_groups.bit & $groups <> 0 and alike.groups & student_groups.bit <> 0
group by grouping sets (
  (district_cds, school_cds, student_groups.code, grade),
  (district_cds, school_cds, student_groups.code)
)
having sum(n) > 0 and (grade is not null or grouping(grade) = 1);

-- name: countRateOfSpan
-- A row is a slice of several grades together.
insert into count
  (run_id, measure_id, definition_hash, rule_hash, district_cds, school_cds, school_year, grade, student_group,
   n, numerator)
with alike as (
  select district_cds, school_cds, groups, sum(n) as n, sum(numerator) as numerator
  from contribution
  where groups & $groups <> 0 and list_contains($grades, grade::varchar)
  group by all
)
select
  $run, $measure, $definition, $rule, district_cds, school_cds, $year,
  $span, student_groups.code, sum(n), sum(numerator)
from alike
join student_groups on student_groups.bit & $groups <> 0 and alike.groups & student_groups.bit <> 0
group by district_cds, school_cds, student_groups.code
having sum(n) > 0;

-- name: countMean
-- A row is a slice with a sum over n records. To a slice of which less than 94.5 % of the expected were tested come
-- penalty records, the fewest that bring it there: 94.5 % of the expected, rounded up, less the tested.
insert into count
  (run_id, measure_id, definition_hash, rule_hash, district_cds, school_cds, school_year, grade, student_group,
   n, sum)
with alike as (
  select
    district_cds, school_cds, grade, groups, sum(n) as n, sum(sum) as sum, sum(expected) as expected,
    sum(tested) as tested, any_value(penalty) as penalty
  from contribution
  where groups & $groups <> 0
  group by district_cds, school_cds, grade, groups
),
slice as (
  select
    district_cds, school_cds, grade, grouping(grade) as all_grades, student_groups.code, sum(n) as n, sum(sum) as sum,
    greatest(0, (945 * sum(expected) + 999) // 1000 - sum(tested)) as penalty_records, any_value(penalty) as penalty
  from alike
  join student_groups on student_groups.bit & $groups <> 0 and alike.groups & student_groups.bit <> 0
  group by grouping sets (
    (district_cds, school_cds, student_groups.code, grade),
    (district_cds, school_cds, student_groups.code)
  )
)
select
  $run, $measure, $definition, $rule, district_cds, school_cds, $year,
  coalesce(grade::varchar, 'all'), code, n + penalty_records, sum + penalty_records * penalty
from slice
where n + penalty_records > 0 and (grade is not null or all_grades = 1);

-- name: countRatio
-- A row is a slice with one sum over another, and the students behind them.
insert into count
  (run_id, measure_id, definition_hash, rule_hash, district_cds, school_cds, school_year, grade, student_group,
   n, sum, denominator)
with alike as (
  select district_cds, school_cds, grade, groups, sum(n) as n, sum(sum) as sum, sum(denominator) as denominator
  from contribution
  where groups & $groups <> 0
  group by district_cds, school_cds, grade, groups
)
select
  $run, $measure, $definition, $rule, district_cds, school_cds, $year,
  coalesce(grade::varchar, 'all'), student_groups.code, sum(n), sum(sum), sum(denominator)
from alike
join student_groups on student_groups.bit & $groups <> 0 and alike.groups & student_groups.bit <> 0
group by grouping sets (
  (district_cds, school_cds, student_groups.code, grade),
  (district_cds, school_cds, student_groups.code)
)
having sum(n) > 0 and (grade is not null or grouping(grade) = 1);

-- name: selectGroups
select code, bit from student_groups;
