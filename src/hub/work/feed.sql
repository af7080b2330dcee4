-- name: selectFeed
-- a row is one act since a moment, newest first, with the district of whoever did it
select a.seq, a.at, p.name as "personName", m.district_id as "districtId", a.act, a.subject, a.detail
from audit a
left join person p on p.person_id = a.person_id
left join membership m on m.partnership_id = a.partnership_id and m.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid and a.at >= $since::timestamptz
order by a.at desc, a.seq desc
limit $most::int;
