-- name: selectLedgerRules
-- a row is a rule that says where lines of a district's ledger belong, oldest first
select r.rule_id as id, r.district_id as "districtId", r.resource_code as "resourceCode", r.first_object as "firstObject",
  r.last_object as "lastObject", r.holds_text as "holdsText", r.source_id as "sourceId", r.flexibility_id as "flexibilityId",
  r.engagement_id as "engagementId", r.made_at as "madeAt", p.name as "madeBy"
from ledger_rule r
join person p on p.person_id = r.made_by
where r.partnership_id = $partnershipId::uuid and r.withdrawn_at is null
order by r.made_at, r.rule_id;

-- name: insertLedgerRule
insert into ledger_rule (
  partnership_id, rule_id, district_id, resource_code, first_object, last_object, holds_text, source_id, flexibility_id,
  engagement_id, made_at, made_by
)
values (
  $partnershipId::uuid, $ruleId::uuid, $districtId::uuid, $resourceCode, $firstObject, $lastObject, $holdsText, $sourceId::uuid,
  $flexibilityId::uuid, $engagementId::uuid, $at::timestamptz, $personId::uuid
);

-- name: withdrawLedgerRule
-- a row is the rule that is withdrawn now; none when it was before
update ledger_rule set withdrawn_at = $at::timestamptz, withdrawn_by = $personId::uuid
where partnership_id = $partnershipId::uuid and rule_id = $ruleId::uuid and withdrawn_at is null
returning rule_id as id;
