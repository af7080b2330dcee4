-- name: lockBucket
select pg_advisory_xact_lock(hashtextextended($bucket, 0)) is null as locked;

-- name: countAttempts
-- a row is the number of attempts in a bucket since a time
select count(*)::int as attempts from attempt where bucket = $bucket and at > $since::timestamptz;

-- name: insertAttempt
-- a row is one attempt
insert into attempt (bucket, at) values ($bucket, $at::timestamptz);

-- name: deleteOldAttempts
delete from attempt where at <= $before::timestamptz;
