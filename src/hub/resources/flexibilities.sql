-- name: selectFlexibilities
-- a row is one flexibility as it stands with the work it pays for and the benchmarks it is meant to move, of the partnership, or one
select f.flexibility_id as id, f.version, v.title, v.district_id as "districtId", v.rule_words as "ruleWords",
  v.rule_citation as "ruleCitation", v.authority, v.authority_words as "authorityWords", v.decision,
  v.requested_on::text as "requestedOn", v.decided_on::text as "decidedOn", v.from_day::text as "fromDay",
  v.until_day::text as "untilDay", v.freed_cents::float8 as "freedCents", v.from_source_id as "fromSourceId",
  v.to_source_id as "toSourceId", v.use_words as "useWords", v.reason, v.made_at as "madeAt", p.name as "madeBy",
  array(
    select e.engagement_id::text from flexibility_engagement e
    where e.partnership_id = f.partnership_id and e.flexibility_id = f.flexibility_id and e.version = f.version
    order by 1
  ) as "engagementIds",
  array(
    select b.benchmark_id::text from flexibility_benchmark b
    where b.partnership_id = f.partnership_id and b.flexibility_id = f.flexibility_id and b.version = f.version
    order by 1
  ) as "benchmarkIds"
from flexibility f
join flexibility_version v
  on v.partnership_id = f.partnership_id and v.flexibility_id = f.flexibility_id and v.version = f.version
join person p on p.person_id = v.made_by
where f.partnership_id = $partnershipId::uuid and ($flexibilityId::uuid is null or f.flexibility_id = $flexibilityId::uuid)
order by v.from_day, f.made_at, f.flexibility_id;

-- name: selectFlexibilityVersions
-- a row is a flexibility from one change to the next, newest first
select v.version, v.title, v.decision, v.decided_on::text as "decidedOn", v.freed_cents::float8 as "freedCents",
  v.from_day::text as "fromDay", v.until_day::text as "untilDay", v.reason, v.made_at as "madeAt", p.name as "madeBy"
from flexibility_version v
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.flexibility_id = $flexibilityId::uuid
order by v.version desc;

-- name: insertFlexibility
insert into flexibility (partnership_id, flexibility_id, version, made_at, made_by)
values ($partnershipId::uuid, $flexibilityId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: advanceFlexibility
-- a row is the flexibility moved on to its next version; none when somebody else moved it on first
update flexibility set version = $version::int
where partnership_id = $partnershipId::uuid and flexibility_id = $flexibilityId::uuid and version = $version::int - 1
returning flexibility_id as id;

-- name: insertFlexibilityVersion
insert into flexibility_version (
  partnership_id, flexibility_id, version, title, district_id, rule_words, rule_citation, authority, authority_words, decision,
  requested_on, decided_on, from_day, until_day, freed_cents, from_source_id, to_source_id, use_words, reason, made_at, made_by
)
values (
  $partnershipId::uuid, $flexibilityId::uuid, $version::int, $title, $districtId::uuid, $ruleWords, $ruleCitation, $authority,
  $authorityWords, $decision, $requestedOn::date, $decidedOn::date, $fromDay::date, $untilDay::date, $freedCents::bigint,
  $fromSourceId::uuid, $toSourceId::uuid, $useWords, $reason, $at::timestamptz, $personId::uuid
);

-- name: insertFlexibilityEngagement
insert into flexibility_engagement (partnership_id, flexibility_id, version, engagement_id)
values ($partnershipId::uuid, $flexibilityId::uuid, $version::int, $engagementId::uuid);

-- name: insertFlexibilityBenchmark
insert into flexibility_benchmark (partnership_id, flexibility_id, version, benchmark_id)
values ($partnershipId::uuid, $flexibilityId::uuid, $version::int, $benchmarkId::uuid);
