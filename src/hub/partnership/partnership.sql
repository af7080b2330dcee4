-- name: selectParties
-- a row is one district of the partnership
select d.district_id, d.cds, d.name, p.position
from party p
join district d on d.district_id = p.district_id
where p.partnership_id = $partnershipId::uuid
order by p.position;

-- name: selectMembers
-- a row is one person in the partnership
select p.person_id, p.name, p.email, m.role, m.district_id, d.name as district_name, m.focus_area
from membership m
join person p on p.person_id = m.person_id
left join district d on d.district_id = m.district_id
left join party y on y.partnership_id = m.partnership_id and y.district_id = m.district_id
where m.partnership_id = $partnershipId::uuid
order by y.position nulls last, p.name, p.person_id;

-- name: selectPartnerships
-- a row is one partnership of the public directory
select partnership_id, slug, name, started_year, is_sample from partnership order by name, slug;
