-- name: selectDistrictsByCds
-- a row is a district of the given codes that files have named
select district_id, cds, name from district where cds = any($codes::text[]) and level = 'district';

-- name: insertPartnership
-- a row is the new partnership; none when the slug is taken
insert into partnership (partnership_id, slug, name, started_year, is_sample, made_at)
values ($partnershipId::uuid, $slug, $name, $startedYear::int, $isSample::boolean, $at::timestamptz)
on conflict (slug) do nothing
returning partnership_id;

-- name: insertParty
insert into party (partnership_id, district_id, position)
values ($partnershipId::uuid, $districtId::uuid, $position::smallint);

-- name: insertPerson
-- somebody already known by this address stays who they are
insert into person (person_id, email, name, made_at)
values ($personId::uuid, $email, $name, $at::timestamptz)
on conflict (email) do nothing;

-- name: selectPersonOfEmail
-- a row is the person of a mail address
select person_id, name from person where email = $email;

-- name: insertMembership
insert into membership (partnership_id, person_id, role, district_id, focus_area, made_at)
values ($partnershipId::uuid, $personId::uuid, $role, $districtId::uuid, $focusArea, $at::timestamptz);
