-- name: selectEngagements
-- a row is one engagement as it stands, with how far what it makes has come; of the whole partnership, or one
select e.engagement_id as id, e.mode, e.ask_id as "askId", e.version, e.made_at as "madeAt", v.step, v.state,
  v.district_id as "actingId", v.title, v.purpose, v.product, v.focus_area as "focusArea", v.strategy, v.need_id as "needId",
  v.benchmark_id as "benchmarkId", v.starts_on as "startsOn", v.ends_on as "endsOn", v.reason, v.words,
  v.made_at as "changedAt", p.name as "changedBy",
  coalesce(made.newest, 0) as "productVersion", coalesce(signed.districts, '[]') as "signedBy",
  coalesce(tried.pilots, 0)::int as "pilots", coalesce(used.districts, '[]') as "usedBy",
  coalesce(wording.ask_version, 0) as "askVersion", coalesce(agreed.districts, '[]') as "askAgreedBy", wording.sent_on as "askSentOn",
  coalesce(answered.answers, 0)::int as "answers", coalesce(got.resources, 0)::int as "secured",
  coalesce(got.cents, 0)::bigint as "securedCents", coalesce(tested.test, 0) as test
from engagement e
join engagement_version v on v.partnership_id = e.partnership_id and v.engagement_id = e.engagement_id and v.version = e.version
join person p on p.person_id = v.made_by
left join lateral (
  select max(m.product_version) as newest
  from product_version m
  where m.partnership_id = e.partnership_id and m.engagement_id = e.engagement_id
) made on true
left join lateral (
  select jsonb_agg(s.district_id) as districts
  from product_sign_off s
  where s.partnership_id = e.partnership_id and s.engagement_id = e.engagement_id and s.product_version = made.newest
) signed on true
left join lateral (
  select count(*) as pilots
  from pilot t
  where t.partnership_id = e.partnership_id and t.engagement_id = e.engagement_id and t.product_version = made.newest
) tried on true
left join lateral (
  select jsonb_agg(u.district_id) as districts
  from product_use u
  where u.partnership_id = e.partnership_id and u.engagement_id = e.engagement_id and u.product_version = made.newest
    and u.use = (
      select max(l.use) from product_use l
      where l.partnership_id = u.partnership_id and l.engagement_id = u.engagement_id and l.district_id = u.district_id
    )
) used on true
left join lateral (
  select w.ask_version, w.sent_on
  from joint_ask w
  where w.partnership_id = e.partnership_id and w.engagement_id = e.engagement_id
  order by w.ask_version desc
  limit 1
) wording on true
left join lateral (
  select jsonb_agg(g.district_id) as districts
  from joint_ask_agreement g
  where g.partnership_id = e.partnership_id and g.engagement_id = e.engagement_id and g.ask_version = wording.ask_version
) agreed on true
left join lateral (
  select count(*) as answers
  from partner_answer a
  where a.partnership_id = e.partnership_id and a.engagement_id = e.engagement_id and a.ask_version = wording.ask_version
) answered on true
left join lateral (
  select count(*) as resources, sum(r.amount_cents) as cents
  from secured_resource r
  where r.partnership_id = e.partnership_id and r.engagement_id = e.engagement_id and r.withdrawn_at is null
) got on true
left join lateral (
  select max(t.test) as test
  from transfer_test t
  where t.partnership_id = e.partnership_id and t.engagement_id = e.engagement_id
) tested on true
where e.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or e.engagement_id = $engagementId::uuid)
order by e.made_at, e.engagement_id;

-- name: selectEngagementParties
-- a row is what one district does in an engagement as it stands, and who owns it there
select y.engagement_id as "engagementId", y.district_id as "districtId", y.part, y.brings,
  y.owner_id as "ownerId", y.owner_name as "ownerName", y.owner_email as "ownerEmail",
  y.deputy_id as "deputyId", y.deputy_name as "deputyName", y.deputy_email as "deputyEmail"
from engagement e
join engagement_party y on y.partnership_id = e.partnership_id and y.engagement_id = e.engagement_id and y.version = e.version
left join party p on p.partnership_id = e.partnership_id and p.district_id = y.district_id
where e.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or e.engagement_id = $engagementId::uuid)
order by y.engagement_id, p.position, y.district_id;

-- name: selectEngagementPartners
-- a row is an external partner of an engagement as it stands
select x.engagement_id as "engagementId", x.external_partner_id as id, v.name, v.kind, x.brings, x.exclusivity
from engagement e
join engagement_partner x on x.partnership_id = e.partnership_id and x.engagement_id = e.engagement_id and x.version = e.version
join external_partner o on o.partnership_id = x.partnership_id and o.external_partner_id = x.external_partner_id
join external_partner_version v on v.partnership_id = o.partnership_id and v.external_partner_id = o.external_partner_id and v.version = o.version
where e.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or e.engagement_id = $engagementId::uuid)
order by x.engagement_id, v.name, x.external_partner_id;

-- name: selectEngagementVersions
-- a row is an engagement as it stood from one act to the next, newest first
select v.version, v.step, v.state, v.district_id as "actingId", v.title, v.purpose, v.focus_area as "focusArea", v.strategy,
  v.starts_on as "startsOn", v.ends_on as "endsOn", v.reason, v.words, v.made_at as "madeAt", p.name as "madeBy"
from engagement_version v
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.engagement_id = $engagementId::uuid
order by v.version desc;

-- name: lockEngagement
-- whoever changes an engagement, or what hangs on it, waits for whoever else does, to the end of their transaction
select engagement_id as id
from engagement
where partnership_id = $partnershipId::uuid and engagement_id = $engagementId::uuid
for update;

-- name: insertEngagement
-- a row is the new engagement; none when its ask has one already
insert into engagement (partnership_id, engagement_id, mode, ask_id, version, made_at, made_by)
values ($partnershipId::uuid, $engagementId::uuid, $mode, $askId::uuid, 1, $at::timestamptz, $personId::uuid)
on conflict do nothing
returning engagement_id as id;

-- name: advanceEngagement
-- a row is the engagement moved on to its next version; none when somebody else moved it on first
update engagement set version = $version::int
where partnership_id = $partnershipId::uuid and engagement_id = $engagementId::uuid and version = $version::int - 1
returning engagement_id as id;

-- name: insertEngagementVersion
insert into engagement_version (
  partnership_id, engagement_id, version, step, state, district_id, title, purpose, product, focus_area, strategy, need_id,
  benchmark_id, starts_on, ends_on, reason, words, made_at, made_by
)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $step, $state, $actingId::uuid, $title, $purpose, $product, $focusArea,
  $strategy, $needId::uuid, $benchmarkId::uuid, $startsOn::date, $endsOn::date, $reason, $words, $at::timestamptz, $personId::uuid
);

-- name: insertEngagementParty
insert into engagement_party (
  partnership_id, engagement_id, version, district_id, part, brings, owner_id, owner_name, owner_email, deputy_id, deputy_name,
  deputy_email
)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $districtId::uuid, $part, $brings, $ownerId::uuid, $ownerName,
  $ownerEmail, $deputyId::uuid, $deputyName, $deputyEmail
);

-- name: insertEngagementPartner
insert into engagement_partner (partnership_id, engagement_id, version, external_partner_id, brings, exclusivity)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $externalPartnerId::uuid, $brings, $exclusivity
);
