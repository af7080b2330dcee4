-- name: selectDecisions
-- a row is a decision as a district proposed it
select d.decision_id as id, d.review_id as "reviewId", d.pack_hash as "packHash", d.about, d.about_id as "aboutId",
  d.about_title as "aboutTitle", d.district_id as "districtId", d.choice, d.reason, d.words, d.saw, d.made_at as "madeAt",
  p.name as "madeBy", v.title as review
from decision d
join person p on p.person_id = d.made_by
join review r on r.partnership_id = d.partnership_id and r.review_id = d.review_id
join review_version v on v.partnership_id = r.partnership_id and v.review_id = r.review_id and v.version = r.version
where d.partnership_id = $partnershipId::uuid
order by d.made_at, d.decision_id;

-- name: selectDecisionAnswers
-- a row is what another district said to a decision
select a.decision_id as "decisionId", a.district_id as "districtId", a.agrees, a.words, a.made_at as "madeAt", p.name as "madeBy"
from decision_answer a
join person p on p.person_id = a.made_by
where a.partnership_id = $partnershipId::uuid
order by a.made_at;

-- name: insertDecision
insert into decision (
  partnership_id, decision_id, review_id, pack_hash, about, about_id, about_title, district_id, choice, reason, words, saw,
  made_at, made_by
)
values (
  $partnershipId::uuid, $decisionId::uuid, $reviewId::uuid, $packHash, $about, $aboutId::uuid, $aboutTitle,
  $districtId::uuid, $choice, $reason, $words, $saw, $at::timestamptz, $personId::uuid
);

-- name: insertDecisionAnswer
-- a row is the answer as it was given; none when the district had answered already
insert into decision_answer (partnership_id, decision_id, district_id, agrees, words, made_at, made_by)
values (
  $partnershipId::uuid, $decisionId::uuid, $districtId::uuid, $agrees::boolean, $words, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning decision_id as id;
