import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../vocabulary/refusal.ts';
import { type JobProgress, makeJobs } from './jobs.ts';

type Tell = (progress: JobProgress) => void;

function bench() {
  const faults: unknown[] = [];
  const jobs = makeJobs(
    () => new Date('2026-11-25T08:00:00Z'),
    (error) => `reference ${faults.push(error)}`,
  );
  return { jobs, faults };
}

/** Work that goes on until it is let go. */
function held() {
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo: () => letGo(), until };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('two jobs run one after the other; the second waits while the first runs', async () => {
  const { jobs } = bench();
  const hold = held();
  const first = jobs.order({ kind: 'load', title: 'First', work: () => hold.until });
  const second = jobs.order({ kind: 'load', title: 'Second', work: async () => undefined });
  await turn();
  assert.deepEqual([first.state, second.state, jobs.current()?.title], ['running', 'waiting', 'First']);
  hold.letGo();
  await turn();
  assert.deepEqual([first.state, second.state, jobs.current()], ['done', 'done', undefined]);
  assert.equal(jobs.last('load'), second);
});

test('two orders of one key are one job while it runs, and two when it has ended', async () => {
  const { jobs } = bench();
  const hold = held();
  let runs = 0;
  const order = () =>
    jobs.order({
      kind: 'measure',
      key: 'measure',
      title: 'Computing',
      work: async () => {
        runs += 1;
        await hold.until;
      },
    });
  const first = order();
  await turn();
  assert.equal(order(), first);
  hold.letGo();
  await turn();
  assert.equal(runs, 1);
  assert.notEqual(order(), first);
  await turn();
  assert.equal(runs, 2);
});

test('a refusal is its sentence, a bug a reference, and both let the next job run', async () => {
  const { jobs, faults } = bench();
  const refused = jobs.order({
    kind: 'load',
    title: 'a',
    work: async () => {
      throw new Refusal('The disk is full.');
    },
  });
  const failed = jobs.order({
    kind: 'load',
    title: 'b',
    work: async () => {
      throw new RangeError('student 1000000001');
    },
  });
  const fine = jobs.order({ kind: 'load', title: 'c', work: async () => undefined });
  await turn();
  assert.deepEqual([refused.state, refused.trouble], ['refused', 'The disk is full.']);
  assert.equal(failed.state, 'failed');
  assert.match(failed.trouble ?? '', /reference 1/);
  assert.doesNotMatch(failed.trouble ?? '', /1000000001/);
  assert.equal(faults.length, 1);
  assert.equal(fine.state, 'done');
});

test('stopping throws out of the next thing that is told, waits for the end, and begins nothing more', async () => {
  const { jobs, faults } = bench();
  const steps: string[] = [];
  let told: Tell = () => undefined;
  const hold = held();
  const running = jobs.order({
    kind: 'load',
    title: 'a',
    after: () => steps.push('removed'),
    work: async (tell) => {
      told = tell;
      await hold.until;
      tell({ sentence: 'next' });
      steps.push('not reached');
    },
  });
  const waiting = jobs.order({ kind: 'load', title: 'b', work: async () => void steps.push('begun') });
  await turn();
  const stopped = jobs.stop();
  assert.throws(() => told({ sentence: 'more' }));
  hold.letGo();
  await stopped;
  assert.deepEqual(steps, ['removed']);
  assert.deepEqual([running.state, waiting.state], ['refused', 'refused']);
  assert.equal(faults.length, 0);
});
