-- name: selectServer
-- a row is the server, its clock and the size of the store
select
  current_setting('server_version') as version,
  current_setting('server_encoding') as encoding,
  clock_timestamp() as at,
  pg_database_size(current_database()) as bytes;

-- name: selectOpenTables
-- a row is a table of a partnership's own rows that is not secured by row; partnership and party are a public directory
select c.relname as name
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id' and not a.attisdropped
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  and c.relname not in ('partnership', 'party')
  and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
order by c.relname;

-- name: selectApplicationRole
-- a row is the role that requests run as, with every way it has round row-level security or the chains of acts
select
  array_remove(
    array[
      case when r.rolsuper then 'is a superuser' end,
      case when r.rolbypassrls then 'may bypass row-level security' end,
      case when r.rolcreaterole then 'may make roles' end,
      case when r.rolcanlogin then 'may sign in' end,
      case when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role' end,
      case
        when exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
        then 'owns a table'
      end,
      case
        when has_table_privilege(r.oid, 'audit', 'update, delete, truncate') then 'may change or delete acts'
      end
    ],
    null
  ) as powers
from pg_roles r
where r.rolname = 'tandem_app';

-- name: selectChains
-- a row is a chain of acts with its newest line, both as its head says and as it is
select i.partnership_id, p.name, h.seq as head_seq, h.hash as head_hash, l.seq as line_seq, l.hash as line_hash
from (select partnership_id from audit_head union select partnership_id from audit) i
left join partnership p on p.partnership_id = i.partnership_id
left join audit_head h on h.partnership_id = i.partnership_id
left join lateral (
  select a.seq, a.hash from audit a where a.partnership_id = i.partnership_id order by a.seq desc limit 1
) l on true
order by p.name nulls first;

-- name: countLoadedFiles
-- a row is how many files are loaded, how many were superseded, and how many by a file that is not there
select
  count(*)::int as files,
  count(f.superseded_at)::int as superseded,
  (count(*) filter (
    where f.superseded_by is not null and not exists (select from loaded_file n where n.file_id = f.superseded_by)
  ))::int as orphaned
from loaded_file f;

-- name: selectUndefinedMeasures
-- a row is a measure of which a source gives figures without the definition they stand under
select f.name as file, s.dataset, c.measure_id as "measureId"
from (select distinct source_id, measure_id from cell) c
join source s on s.source_id = c.source_id
join loaded_file f on f.file_id = s.file_id
where not exists (
  select from source_measure m where m.source_id = c.source_id and m.measure_id = c.measure_id
)
order by f.name, s.dataset, c.measure_id;

-- name: countMail
-- a row is the mail that has not left: all of it, what waits since before a time, what was tried in vain, what is given up
select
  count(*)::int as waiting,
  (count(*) filter (where made_at < $since::timestamptz))::int as overdue,
  (count(*) filter (where last_error is not null))::int as failing,
  (count(*) filter (where attempts >= $mostAttempts::int))::int as "givenUp",
  max(last_error) as "lastError"
from mail
where sent_at is null;

-- name: selectNewestTime
-- a row is the newest time that the store's own clock has written down
select greatest(
  (select max(at) from audit),
  (select max(loaded_at) from loaded_file),
  (select max(made_at) from mail),
  (select max(seen_at) from session)
) as newest;
