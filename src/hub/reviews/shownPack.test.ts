import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '../../vocabulary/pack.ts';
import { hiddenFigures, shownPack } from './shownPack.ts';

const figure = (grant: string) => ({ grant, text: '50.2 %' });
const pack = { released: [figure('a'), figure('b'), figure('b')] } as unknown as Pack;

test('of 3 released figures, those of 1 grant that was taken back are not shown; without any grant none is', () => {
  assert.deepEqual(shownPack(pack, new Set(['a'])).released?.length, 1);
  assert.equal(hiddenFigures(pack, new Set(['a'])), 2);
  assert.equal(shownPack(pack, new Set()).released?.length, 0);
  assert.equal(pack.released?.length, 3);
});
