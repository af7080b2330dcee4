-- name: selectJointAsks
-- a row is a wording of what the districts ask of external partners, newest first
select w.ask_version as version, w.wording, w.sent_on as "sentOn", w.made_at as "madeAt", p.name as "madeBy"
from joint_ask w
join person p on p.person_id = w.made_by
where w.partnership_id = $partnershipId::uuid and w.engagement_id = $engagementId::uuid
order by w.ask_version desc;

-- name: selectJointAskAgreements
-- a row is a district that agreed to a wording
select g.ask_version as version, g.district_id as "districtId", g.made_at as "madeAt", p.name as "madeBy"
from joint_ask_agreement g
join person p on p.person_id = g.made_by
where g.partnership_id = $partnershipId::uuid and g.engagement_id = $engagementId::uuid
order by g.ask_version, g.made_at;

-- name: selectPartnerAnswers
-- a row is what a partner said to a wording, newest first
select a.answer_id as id, a.external_partner_id as "partnerId", a.ask_version as version, a.answer, a.answered_on as "answeredOn",
  a.words, p.name as "madeBy"
from partner_answer a
join person p on p.person_id = a.made_by
where a.partnership_id = $partnershipId::uuid and a.engagement_id = $engagementId::uuid
order by a.answered_on desc, a.answer_id desc;

-- name: insertJointAsk
insert into joint_ask (partnership_id, engagement_id, ask_version, wording, sent_on, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $wording, null, $at::timestamptz, $personId::uuid
);

-- name: insertJointAskAgreement
-- a row is the agreement that was given; none when the district has agreed already
insert into joint_ask_agreement (partnership_id, engagement_id, ask_version, district_id, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $districtId::uuid, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning district_id as id;

-- name: markJointAskSent
update joint_ask set sent_on = $sentOn::date
where partnership_id = $partnershipId::uuid and engagement_id = $engagementId::uuid and ask_version = $version::int;

-- name: insertPartnerAnswer
insert into partner_answer (
  partnership_id, engagement_id, answer_id, external_partner_id, ask_version, answer, answered_on, words, made_at, made_by
)
values (
  $partnershipId::uuid, $engagementId::uuid, $answerId::uuid, $partnerId::uuid, $version::int, $answer, $answeredOn::date, $words,
  $at::timestamptz, $personId::uuid
);
