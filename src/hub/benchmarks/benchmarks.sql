-- name: selectBenchmarks
-- a row is one benchmark of the partnership
select b.benchmark_id, b.focus_area, b.measure_id, b.student_group, b.grade, b.wording, b.made_at, p.name as made_by
from benchmark b
join person p on p.person_id = b.made_by
where b.partnership_id = $partnershipId::uuid
order by b.made_at, b.benchmark_id;

-- name: selectBenchmark
-- a row is one benchmark
select b.benchmark_id, b.focus_area, b.measure_id, b.student_group, b.grade, b.wording, b.made_at, p.name as made_by
from benchmark b
join person p on p.person_id = b.made_by
where b.partnership_id = $partnershipId::uuid and b.benchmark_id = $benchmarkId::uuid;

-- name: selectTargetSeries
-- a row is one version of one district's targets for one benchmark, newest version first
select
  s.benchmark_id, s.district_id, s.version, s.baseline_year, s.baseline_value, s.provenance, s.reason, s.plan_goal,
  s.made_at, p.name as made_by,
  (
    select jsonb_agg(jsonb_build_object('year', t.school_year, 'value', t.value::text) order by t.school_year)
    from target t
    where t.partnership_id = s.partnership_id and t.benchmark_id = s.benchmark_id
      and t.district_id = s.district_id and t.version = s.version
  ) as targets
from target_series s
join person p on p.person_id = s.made_by
where s.partnership_id = $partnershipId::uuid
  and ($benchmarkId::uuid is null or s.benchmark_id = $benchmarkId::uuid)
order by s.benchmark_id, s.district_id, s.version desc;

-- name: insertBenchmark
-- a row is a benchmark nobody has made yet for this measure, group and grade
insert into benchmark (
  partnership_id, benchmark_id, focus_area, measure_id, student_group, grade, wording, made_at, made_by
)
values (
  $partnershipId::uuid, $benchmarkId::uuid, $focusArea, $measureId, $group, $grade, $wording, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning benchmark_id;

-- name: insertTargetSeries
-- a row is the next version of a district's targets; none comes back when somebody else wrote that version first
insert into target_series (
  partnership_id, benchmark_id, district_id, version, baseline_year, baseline_value, provenance, reason, plan_goal, made_at, made_by
)
values (
  $partnershipId::uuid, $benchmarkId::uuid, $districtId::uuid, $version::int, $baselineYear::int, $baselineValue::numeric,
  $provenance, $reason, $planGoal, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning version;

-- name: insertTarget
insert into target (partnership_id, benchmark_id, district_id, version, school_year, value)
values ($partnershipId::uuid, $benchmarkId::uuid, $districtId::uuid, $version::int, $year::int, $value::numeric);
