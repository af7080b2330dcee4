import type { Database } from '../src/hub/store/database.ts';

/** The migrated schema as text: tables with their comment, columns, constraints, indexes and policies, in the order of their names. */
export async function schemaText(database: Database): Promise<string> {
  return database.transaction(async (connection) => {
    const all = (sql: string) => connection.query(sql);
    const tables = await all(
      `select c.relname as name, obj_description(c.oid) as comment, c.relrowsecurity as secured
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    const columns = await all(
      `select c.relname as tbl, format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
         case when a.attnotnull then ' not null' else '' end,
         coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`,
    );
    const constraints = await all(
      `select c.relname as tbl, pg_get_constraintdef(k.oid) as line
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by 1, k.contype, 2`,
    );
    const indexes = await all(
      `select tablename as tbl, indexdef as line from pg_indexes i where schemaname = 'public'
       and not exists (select from pg_constraint k where k.conname = i.indexname) order by 1, 2`,
    );
    const policies = await all(
      `select tablename as tbl, format('policy %s for %s to %s using %s', policyname, lower(cmd), array_to_string(roles, ', '), qual) as line
       from pg_policies where schemaname = 'public' order by 1, 2`,
    );
    const grants = await all(
      `select table_name as tbl, format('%s may %s', grantee, lower(string_agg(privilege_type, ', ' order by privilege_type))) as line
       from information_schema.role_table_grants where table_schema = 'public' and grantee = 'tandem_app'
       group by table_name, grantee order by 1`,
    );
    return tables
      .map((table) => {
        const lines = [columns, constraints, indexes, policies, grants].flatMap((part) =>
          part.filter((row) => row.tbl === table.name).map((row) => `  ${row.line}`),
        );
        const secured = table.secured ? ' (row-level security)' : '';
        return `${table.name}${secured}\n  -- ${table.comment}\n${lines.join('\n')}\n`;
      })
      .join('\n');
  });
}
