-- name: selectMembership
-- a row is one person's membership in the partnership of a slug
select m.role, m.district_id, p.partnership_id, p.slug, p.name, p.is_sample
from membership m
join partnership p on p.partnership_id = m.partnership_id
where m.person_id = $personId::uuid and p.slug = $slug;

-- name: selectMemberships
-- a row is one membership of a person
select m.role, m.district_id, p.partnership_id, p.slug, p.name, p.is_sample
from membership m
join partnership p on p.partnership_id = m.partnership_id
where m.person_id = $personId::uuid
order by p.name, p.slug;
