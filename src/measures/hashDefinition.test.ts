import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { changedWithoutVersion, definitionList } from './definitionList.ts';
import { hashDefinition } from './hashDefinition.ts';
import { measureById, measures } from './registry.ts';

const listFile = new URL('./definitions.txt', import.meta.url);

test('the hash changes when any one of the 23 fields changes and not with their order', () => {
  const one = measureById('math_dfs');
  const fields = Object.entries(one);
  assert.equal(fields.length, 23);
  const hash = hashDefinition(one);
  assert.match(hash, /^[0-9a-f]{64}$/);
  for (const [field, value] of fields) {
    assert.notEqual(hashDefinition({ ...one, [field]: `${value} ` }), hash, field);
  }
  assert.equal(hashDefinition(Object.fromEntries(fields.toReversed()) as typeof one), hash);
});

test('the 44 definitions are those of definitions.txt: a changed word needs a new version', () => {
  const now = definitionList(measures);
  if (process.env.TANDEM_WRITE_DEFINITIONS === '1') {
    const silent = changedWithoutVersion(readFileSync(listFile, 'utf8'), now);
    assert.deepEqual(silent, [], 'these definitions changed under the same version: raise `version` first');
    writeFileSync(listFile, now);
  }
  assert.equal(
    now,
    readFileSync(listFile, 'utf8'),
    'a definition changed. Raise its `version`, then write the list again with\n' +
      'TANDEM_WRITE_DEFINITIONS=1 node_modules/.bin/node --test src/measures/hashDefinition.test.ts',
  );
});

test('a definition changed under the same version is named, a new version or a new measure is not', () => {
  assert.deepEqual(changedWithoutVersion('a 1 x\nb 1 y\n', 'a 1 z\nb 2 z\nc 1 w\n'), ['a']);
});
