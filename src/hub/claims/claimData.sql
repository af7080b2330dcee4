-- name: selectOutcomeLines
-- the one row holds what each live source says of the measures behind an outcome in every district, a line a slice and source:
-- one text crosses from the embedded engine in the time of a few rows
with live as (
  select s.source_id, s.synthetic, row_number() over (order by s.synthetic desc, f.loaded_at, s.source_id) as place
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
)
select string_agg(
  concat_ws(
    E'\t', live.place, c.district_id, c.measure_id, c.school_year, c.source_id, live.synthetic,
    coalesce(c.n::text, ''), coalesce(c.value::text, '')
  ),
  E'\n'
) as lines
from cell c
join live on live.source_id = c.source_id
where c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
  and c.measure_id = any ($measureIds::text[])
  and c.student_group = $group
  and c.grade = 'all'
  and c.school_year between $firstYear::int and $lastYear::int
  and ($districtIds::uuid[] is null or c.district_id = any ($districtIds::uuid[]));
