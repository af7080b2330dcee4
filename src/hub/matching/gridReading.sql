-- name: selectGridLines
-- a row is one district; its lines are what each live source says of a measure and group in a school year (place of the source, measure,
-- group, school year, n, numerator, value, why it is withheld); null without any
with live as materialized (
  select s.source_id, row_number() over (order by s.synthetic desc, f.loaded_at, s.source_id) as place
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
)
select d.district_id as "districtId", d.cds, d.level, d.name, d.county, d.nces,
  (
    select string_agg(
      concat_ws(
        E'\t', live.place, c.measure_id, c.student_group, c.school_year, coalesce(c.n::text, ''),
        coalesce(c.numerator::text, ''), coalesce(c.value::text, ''), coalesce(c.words, '')
      ),
      E'\n'
    )
    from cell c
    join live on live.source_id = c.source_id
    where c.district_id = d.district_id
      and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
      and c.grade = 'all'
      and c.measure_id = any ($measureIds::text[])
      and c.school_year >= $fromYear::int
  ) as lines
from district d
where d.district_id = any ($districtIds::uuid[])
order by d.name, d.cds;

-- name: selectExpectations
-- the one row holds all that is expected, as one text
select coalesce(
  json_agg(
    json_build_object(
      'measureId', measure_id, 'group', student_group, 'kind', kind, 'schoolYear', school_year, 'years', years,
      'districts', districts, 'overdispersion', overdispersion, 'deviation', deviation, 'practical', practical, 'model', model
    )
  ),
  '[]'::json
)::text as expectations
from expectation;
