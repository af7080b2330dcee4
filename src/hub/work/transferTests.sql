-- name: selectTransferTests
-- a row is one capacity-transfer test with what the helping district said to it, newest first
select t.test, t.district_id as "districtId", t.made_at as "madeAt", p.name as "madeBy",
  v.verdict, v.words, v.made_at as "judgedAt", j.name as "judgedBy"
from transfer_test t
join person p on p.person_id = t.made_by
left join transfer_verdict v on v.partnership_id = t.partnership_id and v.engagement_id = t.engagement_id and v.test = t.test
left join person j on j.person_id = v.made_by
where t.partnership_id = $partnershipId::uuid and t.engagement_id = $engagementId::uuid
order by t.test desc;

-- name: selectTransferAnswers
-- a row is one answer of a test
select test, question, answer, words
from transfer_answer
where partnership_id = $partnershipId::uuid and engagement_id = $engagementId::uuid;

-- name: insertTransferTest
insert into transfer_test (partnership_id, engagement_id, test, district_id, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $test::int, $districtId::uuid, $at::timestamptz, $personId::uuid
);

-- name: insertTransferAnswer
insert into transfer_answer (partnership_id, engagement_id, test, question, answer, words)
values ($partnershipId::uuid, $engagementId::uuid, $test::int, $question, $answer, $words);

-- name: insertTransferVerdict
insert into transfer_verdict (partnership_id, engagement_id, test, district_id, verdict, words, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $test::int, $districtId::uuid, $verdict, $words, $at::timestamptz, $personId::uuid
);
