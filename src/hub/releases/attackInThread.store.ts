import { Worker } from 'node:worker_threads';
import type { Release } from '../../vocabulary/release.ts';
import type { AttackAnswer, AttackQuestion } from './attackThread.store.ts';

/**
 * Tries the attacker on a release and all before it, in a thread of its own: it may take minutes, in which the server
 * answers everybody else. Fulfils with what can be narrowed too far, in sentences; empty: nothing.
 */
export function attackInThread(file: Uint8Array, earlier: readonly Release[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const question: AttackQuestion = { file, earlier };
    const worker = new Worker(new URL('./attackThread.store.ts', import.meta.url), { workerData: question });
    worker.once('message', (answer: AttackAnswer) => resolve(answer.sentences));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the attacker's thread ended with code ${code}`)));
  });
}
