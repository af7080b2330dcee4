-- name: selectFiles
-- A row is a file that was loaded or refused, the newest first; listed: how many of its findings are kept.
select
  file_id, name, layout, profile, school_year::integer as year, rows, kept, findings, loaded_at, superseded_by,
  (select count(*)::integer from finding where finding.file_id = loaded_file.file_id) as listed
from loaded_file
order by loaded_at desc, file_id desc;

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
  (select count(*)::integer from loaded_file where kept > 0 and loaded_at > measure_run.started_at) as loaded_since
from measure_run
where ended_at is not null
order by run_id desc
limit 1;
