import { Worker } from 'node:worker_threads';
import type { AttackAnswer, AttackQuestion } from './attackThread.store.ts';

/**
 * Tries the attacker on a release and all before it, in a thread of its own: it may take minutes, in which the server
 * answers everybody else.
 */
export function attackInThread(question: AttackQuestion): Promise<AttackAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./attackThread.store.ts', import.meta.url), { workerData: question });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the attacker's thread ended with code ${code}`)));
  });
}
