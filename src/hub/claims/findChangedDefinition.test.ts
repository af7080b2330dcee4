import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { findChangedDefinition } from './findChangedDefinition.ts';

test('a definition that reads otherwise than when it was sealed is found, so is a measure that is gone', () => {
  const sealed = Object.fromEntries(
    ['api_growth', 'api_base'].map((id) => [id, hashDefinition(measureById(id))]),
  );
  assert.equal(findChangedDefinition(sealed), undefined);
  assert.equal(findChangedDefinition({ ...sealed, api_base: '0'.repeat(64) }), 'api_base');
  assert.equal(findChangedDefinition({ ...sealed, luck: '0'.repeat(64) }), 'luck');
});
