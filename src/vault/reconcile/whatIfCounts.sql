-- name: selectCharters
-- a row is a charter school that has stays in the vault
select place.cds, place.name from place
where place.charter and place.level = 'school' and place.cds in (select distinct school_cds from enrolment)
order by place.cds;

-- name: selectSuperseded
-- a row is a file that a corrected one replaced and whose rows were kept, with the file now in force
with recursive kept as (
  select distinct file_id from superseded_enrolment
  union select distinct file_id from superseded_attendance
  union select distinct file_id from superseded_test_result
  union select distinct file_id from superseded_elpac_result
),
chain as (
  select kept.file_id, file.superseded_by as next, 1 as step
  from kept join loaded_file as file on file.file_id = kept.file_id
  where file.superseded_by is not null
  union all
  select chain.file_id, file.superseded_by, step + 1
  from chain join loaded_file as file on file.file_id = chain.next
  where file.superseded_by is not null
),
last as (
  select file_id, max_by(next, step) as in_force, min_by(next, step) as correction from chain group by file_id
)
select
  last.file_id::integer as file, last.in_force::integer as "inForce", file.school_year::integer as year,
  file.layout, correction.name as "correctionName",
  strftime(correction.loaded_at, '%Y-%m-%d') as "correctedOn"
from last
join loaded_file as file on file.file_id = last.file_id
join loaded_file as correction on correction.file_id = last.correction
order by last.file_id;

-- name: selectMeasureRuns
-- a row is a run that the counts of a measure and year are of
select measure_id as measure, school_year::integer as year, max(run_id)::integer as run
from count group by all;

-- name: selectStaleness
-- the row says when the counts were made that are compared, and when a file was last loaded or taken out
select
  (select max(started_at) from measure_run where run_id in (select distinct run_id from count)) as "measuredAt",
  greatest(
    (select max(loaded_at) from loaded_file where kept > 0), (select max(forgotten_at) from forgotten_file)
  ) as "loadedAt";

-- name: selectCounts
-- a row is a count of a published place, of the measures asked for
select
  measure_id as measure, school_year::integer as year, school_cds as school, grade, student_group as "group",
  n, numerator, sum::varchar as sum, denominator::varchar as denominator
from count
where list_contains($measures, measure_id) and school_year = $year and district_cds = $district
  and school_cds in (select distinct school_cds from public_figure)
  and grade in (select distinct grade from public_figure union select 'all' union select 'TK-8');

-- name: deleteWhatIfs
delete from what_if_count where measure_id = $measure and school_year = $year;

-- name: deleteWhatIfRuns
delete from what_if_run where measure_id = $measure and school_year = $year;

-- name: insertWhatIfRun
insert into what_if_run (what_if, measure_id, school_year, run_id, made_at)
values ($whatIf, $measure, $year, $run, $now);

-- name: selectWhatIfRuns
-- a row is a what-if that was computed for a measure and year, beside the counts that stand now
with now_standing as (
  select measure_id, school_year, max(run_id) as run_id from count group by all
)
select what_if as "whatIf", measure_id as measure, school_year::integer as year
from what_if_run join now_standing using (measure_id, school_year, run_id);

-- name: selectOutdated
-- the row says how many what-ifs were computed beside counts that were made anew since
with now_standing as (
  select measure_id, school_year, max(run_id) as run_id from count group by all
)
select count(*)::integer as outdated
from what_if_run anti join now_standing using (measure_id, school_year, run_id);

-- name: selectWhatIfCounts
-- a row is a count that a what-if came to
select
  what_if as "whatIf", measure_id as measure, school_year::integer as year, school_cds as school, grade,
  student_group as "group", n, numerator, sum::varchar as sum, denominator::varchar as denominator
from what_if_count;
