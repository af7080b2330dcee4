import { Worker } from 'node:worker_threads';
import type { CommandStreams } from './command.ts';
import type { TableAnswer, TableMessage, TableQuestion } from './tableQuestion.ts';

const every = 5000;

/**
 * Works a question on a table out in a thread of its own, so that this one stays free. Long work tells on standard
 * error every five seconds how far it is. `clock` gives milliseconds. A fault in the thread is thrown here.
 */
export function askTableThread(
  question: TableQuestion,
  stderr: CommandStreams['stderr'],
  clock: () => number,
): Promise<TableAnswer> {
  let told = clock();
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./tableThread.ts', import.meta.url), { workerData: question });
    thread.on('message', (message: TableMessage) => {
      if ('answer' in message) resolve(message.answer);
      else if (clock() - told >= every) {
        told = clock();
        stderr.write(`${message.progress}\n`);
      }
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the table ended with code ${code}`)));
  });
}
