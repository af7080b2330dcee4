import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { hubUnderTest } from '../../../test/hubUnderTest.ts';

const fresno = '10621660000000';

onEachEngine('the matching pages of a partnership without any public file', (store) => {
  test('say what to load, and that nobody can be compared, instead of an empty grid', async () => {
    const { home, signInAs } = await hubUnderTest(store());
    const browser = await signInAs('coordinator');
    for (const [path, words] of [
      ['/matching', 'Nothing can be expected yet'],
      [`/matching/districts/${fresno}`, 'Nothing can be expected yet'],
      [`/matching/districts/${fresno}/similar`, 'Fresno Unified cannot be compared'],
    ] as const) {
      const page = await browser.get(home + path);
      assert.equal(page.status, 200, path);
      assert.ok(page.text.includes(words), `${path} does not say “${words}”`);
    }
  });

  test('answer 404 with a reason for a district, a measure and a group that are not there, and a cell that nothing is expected of', async () => {
    const { home, signInAs } = await hubUnderTest(store());
    const browser = await signInAs('research-lead');
    for (const [path, words] of [
      ['/matching/districts/99999999999999', 'No loaded file names this district'],
      ['/matching/districts/19000000000000/similar', 'No loaded file names this district'],
      ['/matching/cells/nothing/EL', 'There is no such measure or group'],
      ['/matching/cells/math_dfs/constructor', 'There is no such measure or group'],
      ['/matching/cells/math_dfs/EL', 'too few districts report it'],
    ] as const) {
      const page = await browser.get(home + path);
      assert.equal(page.status, 404, path);
      assert.ok(page.text.includes(words), `${path} does not say “${words}”`);
    }
  });
});
