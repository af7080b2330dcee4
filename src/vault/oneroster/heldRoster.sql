-- name: selectHeldRoster
-- a row is a record of the roster as the newest set in force left it
select record.file, record.sourced_id, record.active, record.modified, record.fields, record.line,
  coalesce(record.said_in, record.file_id) as said_in
from oneroster_record as record
where record.file_id = (
  select file_id from loaded_file
  where layout = 'oneroster' and superseded_by is null and kept > 0
  order by school_year desc nulls last, file_id desc limit 1
);
