import { Worker } from 'node:worker_threads';
import type { ClaimOutcomeOrRefusal, ClaimQuestion } from './computeClaim.ts';

let before: Promise<unknown> = Promise.resolve();

/**
 * Works a claim out in a thread of its own: thousands of placebos take seconds, in which the server's loop must stay
 * free for everybody else. One thread at a time; who comes later waits.
 */
export function computeInThread(question: ClaimQuestion): Promise<ClaimOutcomeOrRefusal> {
  const mine = before.then(() => inThread(question));
  before = mine.catch(() => undefined);
  return mine;
}

function inThread(question: ClaimQuestion): Promise<ClaimOutcomeOrRefusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./estimateThread.store.ts', import.meta.url), {
      workerData: question,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the estimate's thread ended with code ${code}`)));
  });
}
