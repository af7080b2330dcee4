import { Worker } from 'node:worker_threads';
import type { ClaimOutcomeOrRefusal, ClaimQuestion } from './computeClaim.ts';

/**
 * Works a claim out in a thread of its own: thousands of placebos take seconds, in which the server's loop must stay
 * free for everybody else.
 */
export function computeInThread(question: ClaimQuestion): Promise<ClaimOutcomeOrRefusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./estimateThread.store.ts', import.meta.url), {
      workerData: question,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the estimate's thread ended with code ${code}`)));
  });
}
