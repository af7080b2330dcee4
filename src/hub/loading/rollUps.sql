-- name: lockRollUps
-- roll-ups are made from what is loaded: no load runs meanwhile
select pg_advisory_xact_lock(7263346);

-- name: tuneForRollUps
select set_config('statement_timeout', '0', true);

-- name: selectYearlyChanges
-- a row is the change of one mean measure of one group in one district from one school year to the next
with told as materialized (
  select distinct on (c.district_id, c.measure_id, c.student_group, c.school_year)
    c.district_id, c.measure_id, c.student_group, c.school_year, c.seen, c.n, c.value
  from cell c
  join district d on d.district_id = c.district_id
  join source s on s.source_id = c.source_id
  join loaded_file f on f.file_id = s.file_id
  where c.measure_id = any ($measureIds::text[])
    and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
    and c.grade = 'all'
    and d.level = 'district'
    and f.superseded_at is null
  order by c.district_id, c.measure_id, c.student_group, c.school_year, s.synthetic, f.loaded_at desc, c.source_id desc
),
shown as (
  select measure_id, student_group, school_year, n, value,
    lag(school_year) over own as year_before, lag(n) over own as n_before, lag(value) over own as value_before
  from told
  where seen = 'shown' and n > 0
  window own as (partition by district_id, measure_id, student_group order by school_year)
)
select measure_id as "measureId", student_group as "group", school_year as period,
  (value - value_before)::double precision as change, n_before as before, n as after
from shown
where year_before = school_year - 1;

-- name: deleteMeasureSpreads
delete from measure_spread;

-- name: insertMeasureSpreads
-- a row is the variance of a mean measure between the students of a group
insert into measure_spread (measure_id, student_group, within_variance, pairs)
select r."measureId", r."group", r."withinVariance", r.pairs
from jsonb_to_recordset($spreads::jsonb) as r ("measureId" text, "group" text, "withinVariance" double precision, pairs int);

-- name: selectPartyDistricts
-- a row is a district that belongs to a partnership
select distinct district_id as "districtId" from party;

-- name: deleteBands
delete from band where district_id = $districtId::uuid;

-- name: insertBands
-- a row is how one slice spreads over the districts similar to this one, where enough of them show a figure
with told as materialized (
  select distinct on (c.district_id, c.measure_id, c.school_year, c.grade, c.student_group)
    c.measure_id, c.school_year, c.grade, c.student_group, c.seen, c.value
  from similar_district p
  join cell c on c.district_id = p.similar_id
  join source s on s.source_id = c.source_id
  join loaded_file f on f.file_id = s.file_id
  where p.district_id = $districtId::uuid
    and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
    and f.superseded_at is null
  order by c.district_id, c.measure_id, c.school_year, c.grade, c.student_group, s.synthetic, f.loaded_at desc, c.source_id desc
)
insert into band (
  district_id, measure_id, school_year, grade, student_group, districts, lowest, lower_quartile, median, upper_quartile, highest
)
select $districtId::uuid, measure_id, school_year, grade, student_group, count(*), min(value),
  round((percentile_cont(0.25) within group (order by value::double precision))::numeric, 4),
  round((percentile_cont(0.5) within group (order by value::double precision))::numeric, 4),
  round((percentile_cont(0.75) within group (order by value::double precision))::numeric, 4),
  max(value)
from told
where seen = 'shown'
group by measure_id, school_year, grade, student_group
having count(*) >= $fewest::int;

-- name: countBands
select count(*)::int as bands from band;
