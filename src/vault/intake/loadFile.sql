-- name: selectFileBySha
-- a row is a file of this content that was kept
select file_id, name, superseded_by from loaded_file where sha256 = $sha256 and kept > 0;

-- name: selectPredecessors
-- a row is a file in force that this one says all of: the same layout and year, the same record types or some of them
select file_id, name from loaded_file
where list_has_all(string_split($layout, ' '), string_split(layout, ' ')) and district_cds = $district
  and superseded_by is null and kept > 0 and school_year is not distinct from nullif($year, 0)
order by file_id;

-- name: selectNextFile
select coalesce(max(file_id), 0) + 1 as file_id from loaded_file;

-- name: insertFile
insert into loaded_file
  (file_id, name, sha256, layout, profile, school_year, district_cds, rows, kept, findings, loaded_at)
values ($file, $name, $sha256, $layout, $profile, nullif($year, 0), $district, $rows, $kept, $findings, $at);

-- name: supersede
update loaded_file set superseded_by = $after where file_id = $before;

-- name: removeRefusedFile
delete from loaded_file where sha256 = $sha256 and kept = 0;

-- name: removeFindingsOfRefused
delete from finding where file_id in (select file_id from loaded_file where sha256 = $sha256 and kept = 0);
