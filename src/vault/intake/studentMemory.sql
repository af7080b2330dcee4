-- name: selectLastKept
-- the number of the file that was kept last; it grows with each, whoever loads it
select coalesce(max(file_id), 0)::integer as file from loaded_file where kept > 0;
