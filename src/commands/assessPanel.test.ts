import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPanel } from '../../test/drawPanel.ts';
import { panelOfStates, readProp99, skipWithoutProp99 } from '../../test/prop99.ts';
import type { PanelMethod } from '../stats/panel/effect.ts';
import type { Panel } from '../stats/panel/panel.ts';
import { assessPanel, type Assessment } from './assessPanel.ts';

function assess(panel: Panel, method: PanelMethod, matters: number | null = null): Assessment {
  const choice = { solver: 'exact', se: 'placebo', seed: 1, replications: 200 } as const;
  const found = assessPanel(panel, { ...choice, method, matters, onProgress: () => undefined });
  assert.ok(!('refusal' in found));
  return found;
}

test('of 38 states where nothing began none is called changed by sdid or did', {
  skip: skipWithoutProp99,
}, () => {
  const states = readProp99();
  const donors = states.states.filter((state) => state !== 'California');
  for (const method of ['sdid', 'did'] as const) {
    const said = donors.map((state) => assess(panelOfStates(states, donors, [state]), method).judged.says);
    assert.deepEqual([said.length, new Set(said)], [38, new Set(['cannot tell'])]);
  }
});

test('of 100 panels without a change at most 5 are called changed; of 100 with a change of 4 at least 80 are', () => {
  const called = (effect: number) =>
    Array.from({ length: 100 }, (_, seed) => assess(drawPanel(seed, effect), 'did').judged.says).filter(
      (says) => says === 'higher' || says === 'lower',
    );
  assert.ok(called(0).length <= 5, `${called(0).length} of 100`);
  const found = called(4);
  assert.ok(found.length >= 80 && !found.includes('lower'), `${found.length} of 100`);
});

test('of 100 panels with a change of 2 at most 5 are told to have none of 2 or more; of 100 without a change most have none above 4', () => {
  const calm = (effect: number, matters: number) =>
    Array.from({ length: 100 }, (_, seed) => assess(drawPanel(seed, effect), 'did', matters).judged).filter(
      ({ says }) => says === 'no change larger than',
    );
  assert.ok(calm(2, 2).length <= 5);
  assert.ok(calm(0, 4).length >= 70);
});
