-- name: insertReplyAddress
insert into reply_address (partnership_id, link_id, token_hash)
values ($partnershipId::uuid, $linkId::uuid, $tokenHash::bytea);

-- name: findReplyLink
-- a row is the link of this reply token's hash, in whichever partnership
select l.link_id as "id", l.kind, l.subject_id as "subjectId", l.district_id as "districtId", l.holder_name as "holderName",
  l.holder_email as "holderEmail", l.until, l.uses, l.used_at as "usedAt", l.made_at as "madeAt", p.name as "madeBy",
  l.revoked_at as "revokedAt", true as "byReply", p.email as "madeByEmail", l.partnership_id as "partnershipId", s.slug, s.name as "partnership", s.is_sample as "isSample"
from reply_address t
join signed_link l on l.partnership_id = t.partnership_id and l.link_id = t.link_id
join partnership s on s.partnership_id = l.partnership_id
join person p on p.person_id = l.made_by
where t.token_hash = $tokenHash::bytea;

-- name: selectReplyOfMessage
-- a row is what came of a message that was received before
select reply_id as id from reply
where partnership_id = $partnershipId::uuid and message_hash = $messageHash::bytea;

-- name: insertReply
insert into reply (partnership_id, reply_id, link_id, message_hash, from_email, words, outcome, sentence, arrived_at)
values (
  $partnershipId::uuid, $replyId::uuid, $linkId::uuid, $messageHash::bytea, $fromEmail, $words, $outcome, $sentence,
  $at::timestamptz
);

-- name: selectReplies
-- a row is an answer to a mail, newest first
select r.reply_id as id, l.kind, l.subject_id as "subjectId", l.district_id as "districtId", l.holder_name as "holderName",
  l.holder_email as "holderEmail", r.from_email as "fromEmail", r.words, r.outcome, r.sentence, r.arrived_at as "arrivedAt",
  r.seen_at as "seenAt", p.name as "seenBy"
from reply r
join signed_link l on l.partnership_id = r.partnership_id and l.link_id = r.link_id
left join person p on p.person_id = r.seen_by
where r.partnership_id = $partnershipId::uuid
order by r.arrived_at desc, r.reply_id desc
limit $most::int;

-- name: markReplySeen
-- a row is the answer that was read first now
update reply set seen_at = $at::timestamptz, seen_by = $personId::uuid
where partnership_id = $partnershipId::uuid and reply_id = $replyId::uuid and seen_at is null
returning reply_id as id;
