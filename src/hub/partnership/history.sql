-- name: selectHistoryPage
-- a row is one act, newest first, of those before a line: by when it was done, and by line where that is the same
select a.seq, a.at, p.name as person_name, a.act, a.subject, a.detail, a.hash
from audit a
left join person p on p.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid
  and not exists (
    select 1 from audit l
    where l.partnership_id = $partnershipId::uuid and l.seq = $beforeSeq::bigint and (l.at, l.seq) <= (a.at, a.seq)
  )
order by a.at desc, a.seq desc
limit $most::int;

-- name: selectChainEnd
-- a row is the last line of the chain: its fingerprint stands for all before it
select a.hash from audit a where a.partnership_id = $partnershipId::uuid order by a.seq desc limit 1;
