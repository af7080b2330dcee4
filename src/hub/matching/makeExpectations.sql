-- name: selectOutcomeLines
-- a row is one measure and student group; its lines are what each live source says of a district as a whole in a school year (place of
-- the source, row of the district, school year, n, numerator, value; no value where none is shown): one text crosses from the
-- embedded engine in the time of a few rows
with live as materialized (
  select s.source_id, row_number() over (order by s.synthetic desc, f.loaded_at, s.source_id) as place
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
),
compared as materialized (
  select district_id, position from unnest($districtIds::uuid[]) with ordinality as d (district_id, position)
)
select c.measure_id as "measureId", c.student_group as "group",
  string_agg(
    concat_ws(
      E'\t', live.place, d.position - 1, c.school_year, coalesce(c.n::text, ''), coalesce(c.numerator::text, ''),
      coalesce(c.value::text, '')
    ),
    E'\n'
  ) as lines
from cell c
join live on live.source_id = c.source_id
join compared d on d.district_id = c.district_id
where c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
  and c.grade = 'all'
  and c.measure_id = any ($measureIds::text[])
  and c.student_group = any ($groups::text[])
  and c.school_year >= $fromYear::int
group by c.measure_id, c.student_group
order by c.measure_id, c.student_group;

-- name: selectSpreads
-- a row is the variance of a mean measure between the students of a group
select measure_id as "measureId", student_group as "group", within_variance as "withinVariance" from measure_spread;

-- name: deleteExpectations
delete from expectation;
