import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseStatements } from '../src/vocabulary/sqlStatements.ts';
import { onEachEngine } from './engines.ts';

const files = globSync('src/hub/**/*.sql');
const statements = files.flatMap((file) =>
  [...parseStatements(readFileSync(file, 'utf8'), file).values()].map((statement) => ({
    file,
    ...statement,
  })),
);

onEachEngine('every statement of the hub', (store) => {
  test(`is accepted by the engine against the migrated schema (${statements.length} in ${files.length} files)`, async () => {
    assert.ok(statements.length >= 5, 'the statements were not found');
    const refused: string[] = [];
    for (const statement of statements) {
      await store()
        .transaction(async (connection) => {
          await connection.query('deallocate all');
          await connection.query(`prepare described as ${statement.text}`);
          const [described] = await connection.query(
            "select cardinality(parameter_types)::int as n from pg_prepared_statements where name = 'described'",
          );
          if (described?.n !== statement.parameters.length) {
            throw new Error(
              `${statement.parameters.length} parameters are named, the engine sees ${described?.n}`,
            );
          }
          throw new Error('undo');
        })
        .catch((error: Error) => {
          if (error.message !== 'undo') refused.push(`${statement.file} ${statement.name}: ${error.message}`);
        });
    }
    assert.deepEqual(refused, []);
  });
});

test('parseStatements names parameters in the order of their first use', () => {
  const [statement] = parseStatements(
    '-- name: a\n-- a row is x\nselect $b::int + $a::int - $b::int;',
    'x.sql',
  ).values();
  assert.deepEqual(statement, {
    name: 'a',
    text: 'select $1::int + $2::int - $1::int',
    parameters: ['b', 'a'],
  });
});

test('parseStatements refuses a name used twice', () => {
  assert.throws(
    () => parseStatements('-- name: a\nselect 1;\n-- name: a\nselect 2;', 'x.sql'),
    /two statements are named a/,
  );
});
