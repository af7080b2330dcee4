-- name: selectPredecessors
-- a row is a file in force that this one says all of: the same layout and year, the same record types or some of them
select file_id, name from loaded_file
where list_has_all(string_split($layout, ' '), string_split(layout, ' ')) and district_cds = $district
  and superseded_by is null and kept > 0 and school_year is not distinct from nullif($year, 0)
order by file_id;

-- name: supersede
update loaded_file set superseded_by = $after where file_id = $before;
