-- name: insertTold
-- a row is a mail that has not gone out before; none when it has
insert into told (partnership_id, about, told_at)
values ($partnershipId::uuid, $about, $at::timestamptz)
on conflict do nothing
returning about;

-- name: selectDigestChoices
-- a row is the newest choice of one person about the weekly mail
select distinct on (person_id) person_id as "personId", wanted, version
from digest_choice
where partnership_id = $partnershipId::uuid
order by person_id, version desc;

-- name: insertDigestChoice
insert into digest_choice (partnership_id, person_id, version, wanted, made_at)
values ($partnershipId::uuid, $personId::uuid, $version::int, $wanted::boolean, $at::timestamptz)
on conflict do nothing;
