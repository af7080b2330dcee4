-- name: selectComparisonNotes
-- a row is why somebody calls a comparison of a district unfair, oldest first; withdrawn ones too
select c.note_id as id, c.district_id as "districtId", c.measure_id as "measureId", c.student_group as "group",
  c.similar_id as "similarId", c.reason, c.words, c.made_at as "madeAt", c.made_by as "authorId", p.name as author,
  c.withdrawn_at as "withdrawnAt"
from comparison_note c
join person p on p.person_id = c.made_by
where c.partnership_id = $partnershipId::uuid
  and ($districtId::uuid is null or c.district_id = $districtId::uuid)
  and ($measureId::text is null or c.measure_id = $measureId)
  and ($group::text is null or c.student_group = $group)
  and ($similarId::uuid is null or c.similar_id = $similarId::uuid)
order by c.made_at, c.note_id;

-- name: insertComparisonNote
insert into comparison_note (
  partnership_id, note_id, district_id, measure_id, student_group, similar_id, reason, words, made_at, made_by
)
values (
  $partnershipId::uuid, $noteId::uuid, $districtId::uuid, $measureId, $group, $similarId::uuid, $reason, $words,
  $at::timestamptz, $personId::uuid
);

-- name: withdrawComparisonNote
-- a row is a note that its author withdraws; none when it is another's or withdrawn already
update comparison_note set withdrawn_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and note_id = $noteId::uuid and made_by = $personId::uuid and withdrawn_at is null
returning district_id as "districtId", measure_id as "measureId", student_group as "group", similar_id as "similarId";
