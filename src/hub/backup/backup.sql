-- name: setCopyFormat
-- the text of a value is the same whatever the server's or the role's settings; a policy that would hide rows is an error
select
  set_config('timezone', 'UTC', true),
  set_config('datestyle', 'ISO, YMD', true),
  set_config('intervalstyle', 'postgres', true),
  set_config('extra_float_digits', '1', true),
  set_config('bytea_output', 'hex', true),
  set_config('row_security', 'off', true),
  set_config('statement_timeout', '0', true);

-- name: forbidSequentialScans
-- a page of a table is found by its key even where the planner has no statistics
select set_config('enable_seqscan', 'off', true);

-- name: selectStoredTables
-- a row is a table of the store, with the statements that can only be written once its name and key are known; a
-- twentieth of its blocks is enough to cut it into pages, for to count off every row in the order of the key reads it twice
select
  c.relname as name,
  format('%I.%I', 'public', c.relname) as quoted,
  pg_table_size(c.oid) as bytes,
  (
    select jsonb_agg(a.attname order by a.attnum)
    from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  ) as columns,
  (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  ) as "quotedColumns",
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object('quoted', quote_ident(a.attname), 'isText', a.attcollation <> 0) order by k.position
      )
      from pg_index i
      cross join lateral unnest(i.indkey) with ordinality k (attnum, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary
    ),
    '[]'::jsonb
  ) as key,
  coalesce(
    (
      select jsonb_agg(distinct f.relname)
      from pg_constraint r
      join pg_class f on f.oid = r.confrelid
      where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid
    ),
    '[]'::jsonb
  ) as "refersTo",
  format('select count(*) as rows from public.%I', c.relname) as counting,
  format(
    'select ''('' || concat_ws('', '', %s) || '')'' as cut
     from (select %s, row_number() over (order by %s) as place from public.%I tablesample system (5) repeatable (1)) s
     where place %% $1::int = 0
     order by place',
    k.literals, k.columns, k.columns, c.relname
  ) as cutting
from pg_class c
left join lateral (
  select
    string_agg(quote_ident(a.attname), ', ' order by n.position) as columns,
    string_agg(format('quote_literal(%I::text)', a.attname), ', ' order by n.position) as literals
  from pg_index i
  cross join lateral unnest(i.indkey) with ordinality n (attnum, position)
  join pg_attribute a on a.attrelid = c.oid and a.attnum = n.attnum
  where i.indrelid = c.oid and i.indisprimary
) k on true
where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname;

-- name: selectLandedMigrations
-- a row is a migration that this store has been through
select name, sha256 from migration order by name;

-- name: selectNextTransaction
-- a row is the number that the next writing transaction will have: rows of an earlier one are in the store by now
select pg_snapshot_xmax(pg_current_snapshot())::xid::text as next;

-- name: selectForeignKeys
-- a row is a foreign key with the statements that drop it and add it again under its name
select
  format('alter table public.%I drop constraint %I', c.relname, k.conname) as drop,
  format('alter table public.%I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
from pg_constraint k
join pg_class c on c.oid = k.conrelid
where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
order by c.relname, k.conname;

-- name: selectOwnRoutines
-- a row is a function of the store with the statement that drops it
select format('drop routine %s cascade', p.oid::regprocedure) as drop
from pg_proc p
where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
order by p.oid;
