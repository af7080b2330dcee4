-- name: selectFileBySha
-- a row is a file of this content that was kept
select file_id, name, superseded_by from loaded_file where sha256 = $sha256 and kept > 0;

-- name: selectNextFile
select coalesce(max(file_id), 0) + 1 as file_id from loaded_file;

-- name: insertFile
insert into loaded_file
  (file_id, name, sha256, layout, profile, school_year, district_cds, rows, kept, findings, loaded_at)
values ($file, $name, $sha256, $layout, $profile, nullif($year, 0), $district, $rows, $kept, $findings, $at);

-- name: removeRefusedFile
delete from loaded_file where sha256 = $sha256 and kept = 0;

-- name: removeFindingsOfRefused
delete from finding where file_id in (select file_id from loaded_file where sha256 = $sha256 and kept = 0);
