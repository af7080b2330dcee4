import { Worker } from 'node:worker_threads';
import type { CommandStreams } from './command.ts';
import type { ReleaseAttack, ReleaseMessage, ReleaseQuestion } from './releaseQuestion.ts';

const every = 5000;

/**
 * Attacks a release in a thread of its own. Long work tells on standard error every five seconds how far it is. `clock`
 * gives milliseconds. A fault in the thread is thrown here.
 */
export function askReleaseThread(
  question: ReleaseQuestion,
  stderr: CommandStreams['stderr'],
  clock: () => number,
): Promise<ReleaseAttack> {
  let told = clock();
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./releaseThread.ts', import.meta.url), { workerData: question });
    thread.on('message', (message: ReleaseMessage) => {
      if ('answer' in message) resolve(message.answer);
      else if (clock() - told >= every) {
        told = clock();
        stderr.write(`${message.progress}\n`);
      }
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the release ended with code ${code}`)));
  });
}
