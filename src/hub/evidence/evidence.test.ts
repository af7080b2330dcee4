import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { asVisitor } from '../store/view.ts';
import { selectLoadedFiles, selectMeasureSpreads, selectSources, selectState } from './evidence.store.ts';

onEachEngine('an empty store', (store) => {
  test('has no state, no files, no sources and no spreads', async () => {
    await asVisitor(store(), null, async (view) => {
      assert.equal(await selectState(view), undefined);
      assert.deepEqual(await selectLoadedFiles(view), []);
      assert.deepEqual(await selectSources(view, ['018f0000-0000-7000-8000-000000000000']), []);
      assert.deepEqual(await selectSources(view, []), []);
      assert.deepEqual(await selectMeasureSpreads(view), []);
    });
  });
});
