-- name: selectPartnershipOfSlug
-- a row is a partnership
select partnership_id as id, name from partnership where slug = $slug;

-- name: selectPartyOfCds
-- a row is a district of the partnership
select p.district_id as "districtId"
from party p
join district d on d.district_id = p.district_id
where p.partnership_id = $partnershipId::uuid and d.cds = $cds;

-- name: insertNewPerson
-- somebody already known by this address stays who they are
insert into person (person_id, email, name, made_at)
values ($personId::uuid, $email, $name, $at::timestamptz)
on conflict (email) do nothing;

-- name: insertNewMembership
-- a row is the new membership; none when the person is a member already
insert into membership (partnership_id, person_id, role, district_id, focus_area, made_at)
select $partnershipId::uuid, p.person_id, $role, $districtId::uuid, $focusArea, $at::timestamptz
from person p
where p.email = $email
on conflict do nothing
returning person_id as "personId";

-- name: selectMemberships
-- a row is a member of the partnership, by address
select p.person_id as "personId", p.email, p.name, m.role
from membership m
join person p on p.person_id = m.person_id
where m.partnership_id = $partnershipId::uuid
for update of m;

-- name: deleteMembership
delete from membership where partnership_id = $partnershipId::uuid and person_id = $personId::uuid;

-- name: deleteSessions
-- signs a person out everywhere
delete from session where person_id = $personId::uuid;

-- name: deleteSignInLinks
delete from sign_in_link where person_id = $personId::uuid;

-- name: revokeLinksOfPerson
-- what somebody could do by a link or by answering a mail ends with their membership
update signed_link set revoked_at = $at::timestamptz, revoked_by = coalesce($by::uuid, $personId::uuid)
where partnership_id = $partnershipId::uuid and lower(holder_email) = lower($email) and revoked_at is null;
