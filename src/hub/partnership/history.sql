-- name: selectHistoryPage
-- a row is one act, newest first, of those before a line
select a.seq, a.at, p.name as person_name, a.act, a.subject, a.detail, a.hash
from audit a
left join person p on p.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid and a.seq < $beforeSeq::bigint
order by a.seq desc
limit $most::int;
