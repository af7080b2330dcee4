-- name: insertSession
-- a row is one signed-in browser
insert into session (session_hash, person_id, csrf_token, made_at, seen_at, expires_at)
values ($hash::bytea, $personId::uuid, $csrfToken, $at::timestamptz, $at::timestamptz, $expiresAt::timestamptz);

-- name: selectSession
-- a row is the session of a token, as long as it lives
select s.person_id, p.name, s.csrf_token, s.seen_at
from session s
join person p on p.person_id = s.person_id
where s.session_hash = $hash::bytea and s.expires_at > $at::timestamptz and s.seen_at > $idleSince::timestamptz;

-- name: selectSessionsOfPerson
-- a row is one living session of a person
select session_hash, made_at, seen_at from session
where person_id = $personId::uuid and expires_at > $at::timestamptz and seen_at > $idleSince::timestamptz
order by seen_at desc;

-- name: touchSession
update session set seen_at = $at::timestamptz where session_hash = $hash::bytea;

-- name: deleteSession
delete from session where session_hash = $hash::bytea;

-- name: deleteSessionsOfPerson
delete from session where person_id = $personId::uuid;

-- name: deleteDeadSessions
delete from session where expires_at <= $at::timestamptz or seen_at <= $idleSince::timestamptz;
