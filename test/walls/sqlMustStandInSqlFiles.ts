import type { Node } from 'oxc-parser';
import { lineAt } from './house.ts';
import { isTest } from './roomOf.ts';
import { walkNodes } from './walkNodes.ts';
import type { Breach, Wall } from './wall.ts';

/** Where the engine's own statements live: transactions, roles, migrations. */
const engine = 'src/hub/store/';

const statements = [
  /^select\b[\s\S]*\bfrom\b/,
  /^insert\s+into\b/,
  /^update\s+\S+\s+set\b/,
  /^delete\s+from\b/,
  /^with\s+(recursive\s+)?\S+(\s*\([^)]*\))?\s+as\s+(not\s+)?(materialized\s+)?\(/,
  /^merge\s+into\b/,
];
// Written as SQL is: all lower case or all capitals. "Select a district from the list" is a sentence.
const keywords = /^(select|insert|update|delete|with|merge|SELECT|INSERT|UPDATE|DELETE|WITH|MERGE)\b/;

export const sqlMustStandInSqlFiles: Wall = {
  sentence: 'a statement of SQL stands in a .sql file, not in TypeScript',
  find: ({ modules }) =>
    modules
      .filter(({ path }) => !isTest(path) && !path.startsWith(engine))
      .flatMap(({ path, program, text }) => {
        const breaches: Breach[] = [];
        walkNodes(program, (node) => {
          const words = isStatement(textOf(node));
          if (words) breaches.push({ path, line: lineAt(text, node.start), message: `has SQL: ${words}…` });
        });
        return breaches;
      }),
  examples: [
    { files: { 'src/hub/store/a.ts': "export const x = 'select 1 from a';" }, breaches: 0 },
    { files: { 'src/hub/work/a.test.ts': "export const x = 'delete from a';" }, breaches: 0 },
    {
      files: {
        'src/hub/work/a.ts': "export const x = ['Select a row from the list', 'update it', 'selectRows'];",
      },
      breaches: 0,
    },
    {
      files: { 'src/hub/work/a.ts': "export const x = 'with the partner'; const y = 'select one';" },
      breaches: 0,
    },
    { files: { 'src/hub/work/a.ts': "export const x = 'select a from b';" }, breaches: 1 },
    {
      files: { 'src/hub/work/a.ts': 'export const x = (t: string) => `\n  select a\n  from ${t}`;' },
      breaches: 1,
    },
    { files: { 'src/hub/work/a.ts': 'export const x = (c: string) => `SELECT ${c} FROM b`;' }, breaches: 1 },
    {
      files: { 'src/hub/work/a.ts': "export const x = ['insert into a values (1)', 'update a set b = 1'];" },
      breaches: 2,
    },
    {
      files: {
        'src/vault/a.ts': "export const x = ['delete from a', 'with a as (select 1) select * from a'];",
      },
      breaches: 2,
    },
    { files: { 'src/vault/a.ts': 'export const x = sql`select a from b`;' }, breaches: 1 },
  ],
};

/** The text of a string or a template, its holes as `?`. */
function textOf(node: Node): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type === 'TemplateLiteral') return node.quasis.map((part) => part.value.cooked ?? '').join('?');
  return '';
}

function isStatement(text: string): string | undefined {
  const written = text.trimStart();
  if (!keywords.test(written)) return undefined;
  const lower = written.toLowerCase();
  return statements.some((form) => form.test(lower))
    ? written.slice(0, 40).replaceAll(/\s+/g, ' ')
    : undefined;
}
