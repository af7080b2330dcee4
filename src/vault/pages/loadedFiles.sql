-- name: selectFiles
-- A row is a file that was loaded, refused or taken out, what happened last first; listed: how many of its findings are kept. One
-- that was taken out and then loaded again stands twice.
with out as (select distinct on (file_id) * from forgotten_file order by file_id, forgotten_at desc),
came as (
  select
    file_id, loaded_file.name, loaded_file.layout, profile, loaded_file.school_year::integer as year, rows, kept, findings,
    loaded_file.loaded_at, superseded_by, forgotten_at, why as forgotten_why,
    kept = 0 and superseded_by is null and forgotten_at is null as refused,
    (select count(*)::integer from finding where finding.file_id = loaded_file.file_id) as listed
  from loaded_file
  left join out using (file_id)
  union all
  select
    file_id, name, layout, null, school_year::integer, removed, 0, 0, loaded_at, null, forgotten_at, why, false, 0
  from out anti join loaded_file using (file_id)
)
select * from came order by coalesce(forgotten_at, loaded_at) desc, file_id desc;

-- name: selectNewestNamed
-- A row is the file of a name that was loaded or refused last.
select max(file_id)::integer as file_id from loaded_file where name = $name having count(*) > 0;

-- name: countStudents
select count(*)::integer as students from student;

-- name: selectMeasured
-- What the last measuring that came to its end did, and when; no row before the first.
select
  ended_at, (select count(distinct measure_id)::integer from count) as measures,
  (select count(*)::integer from count) as counts,
  (select count(*)::integer from loaded_file where kept > 0 and loaded_at > measure_run.started_at)
    + (select count(*)::integer from forgotten_file where forgotten_at > measure_run.started_at) as changed_since
from measure_run
where ended_at is not null
order by run_id desc
limit 1;
