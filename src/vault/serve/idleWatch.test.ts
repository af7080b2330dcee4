import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idleWatch } from './idleWatch.ts';

/** A clock that runs a thousand times as fast: a minute is 60 ms. */
const clock = () => performance.now() * 1000;

async function isIdleAfter(watch: { idle: Promise<void> }, ms: number): Promise<boolean> {
  return Promise.race([
    watch.idle.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, ms, false)),
  ]);
}

test('after 1 minute without use it is idle', async () => {
  const watch = idleWatch(1, clock, () => false, 5);
  assert.equal(await isIdleAfter(watch, 2000), true);
});

test('use puts it off, and so does work that goes on', async () => {
  let isBusy = true;
  const watch = idleWatch(1, clock, () => isBusy, 5);
  assert.equal(await isIdleAfter(watch, 150), false);
  isBusy = false;
  for (let i = 0; i < 6; i++) {
    watch.used();
    assert.equal(await isIdleAfter(watch, 20), false);
  }
  assert.equal(await isIdleAfter(watch, 2000), true);
});
