import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { jointTables } from '../../disclosure/counts/jointTables.ts';
import { workOf } from '../../disclosure/counts/protectChecked.ts';
import { inOrder } from '../../disclosure/counts/protectCounts.ts';
import { joinProtected } from '../../disclosure/counts/protectedCounts.ts';
import type { CountedTable } from '../../disclosure/counts/countedTable.ts';
import { joinOutside } from './outsideAttack.ts';
import type { ProtectAnswer, ProtectMessage, ProtectProgress, ProtectQuestion } from './protectQuestion.ts';

const mostThreads = 4;

/**
 * Protects counts and attacks the outcome from outside, in threads of their own, so that this one stays free: measures
 * that count other students are worked on side by side. A fault in a thread is thrown here. When `tell` throws, the
 * threads are ended and the error is thrown.
 */
export async function protectInThread(
  question: ProtectQuestion,
  tell: (progress: ProtectProgress) => void,
): Promise<ProtectAnswer> {
  const shares = sharesOf(question, Math.min(mostThreads, availableParallelism()));
  const of = jointTables(question.tables).length;
  const done = shares.map(() => 0);
  const threads: Worker[] = [];
  const answers = shares.map(
    (tables, at) =>
      new Promise<ProtectAnswer>((resolve, reject) => {
        const workerData = { ...question, tables } satisfies ProtectQuestion;
        const thread = new Worker(new URL('./protectThread.ts', import.meta.url), { workerData });
        threads.push(thread);
        thread.on('message', (message: ProtectMessage) => {
          if ('answer' in message) return resolve(message.answer);
          done[at] = message.progress.done;
          try {
            tell({ ...message.progress, done: done.reduce((sum, one) => sum + one, 0), of });
          } catch (cause) {
            reject(cause as Error);
          }
        });
        thread.once('error', reject);
        thread.once('exit', (code) => reject(new Error(`a thread of the release ended with code ${code}`)));
      }),
  );
  try {
    const parts = await Promise.all(answers);
    return {
      counts: inOrder(joinProtected(parts.map(({ counts }) => counts)), question.tables),
      outside: joinOutside(parts.map(({ outside }) => outside)),
    };
  } finally {
    for (const thread of threads) void thread.terminate();
  }
}

/** Tables in as many shares of about the same work, those that count the same students together; none is empty. */
function sharesOf(question: ProtectQuestion, most: number): readonly (readonly CountedTable[])[] {
  const sizeOf = (some: readonly CountedTable[]) => workOf(some, question);
  const shares: CountedTable[][] = Array.from({ length: most }, () => []);
  for (const cluster of [...jointTables(question.tables)].sort((a, b) => sizeOf(b) - sizeOf(a)))
    shares.reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least)).push(...cluster);
  return shares.filter((share, at) => share.length > 0 || at === 0);
}
