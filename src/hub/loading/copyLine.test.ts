import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { copyLine } from './copyLine.ts';

test('values are separated by tabs, null is \\N', () => {
  assert.equal(copyLine(['a', 12, null]), 'a\t12\t\\N\n');
});

onEachEngine('COPY', (store) => {
  test('gives back tabs, line ends, backslashes and the word \\N as they were', async () => {
    const texts = ['tab\there', 'two\nlines\r\n', 'back\\slash \\t', '\\N', '\\.', 'Doña “K–5”', ''];
    const kept = await store().transaction(async (connection) => {
      await connection.query('create temporary table words (n int, t text)');
      const lines = texts.map((text, i) => copyLine([i, text]));
      const chunks = (async function* () {
        yield lines.join('');
      })();
      await connection.copyIn('copy words from stdin', chunks);
      return connection.query('select t from words order by n');
    });
    assert.deepEqual(
      kept.map(({ t }) => t),
      texts,
    );
  });
});
