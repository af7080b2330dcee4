-- name: selectPersonByEmail
-- a row is the person of a mail address
select person_id, name, email from person where email = $email;

-- name: insertSignInLink
-- a row is one mailed link
insert into sign_in_link (link_hash, person_id, made_at, expires_at)
values ($hash::bytea, $personId::uuid, $at::timestamptz, $expiresAt::timestamptz);

-- name: selectSignInLink
-- a row is the link of a token with the person it signs in
select l.person_id, p.name, l.expires_at, l.used_at
from sign_in_link l
join person p on p.person_id = l.person_id
where l.link_hash = $hash::bytea;

-- name: useSignInLink
-- a row is the link that was good until now
update sign_in_link set used_at = $at::timestamptz
where link_hash = $hash::bytea and used_at is null and expires_at > $at::timestamptz
returning person_id;

-- name: deleteOldSignInLinks
delete from sign_in_link where expires_at < $before::timestamptz;
