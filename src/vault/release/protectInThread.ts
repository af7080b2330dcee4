import { Worker } from 'node:worker_threads';
import type { ProtectAnswer, ProtectMessage, ProtectProgress, ProtectQuestion } from './protectQuestion.ts';

/**
 * Protects counts and attacks the outcome from outside, in a thread of its own, so that this one stays free. A fault in the thread is thrown here. When `tell`
 * throws, the thread is ended and the error is thrown.
 */
export function protectInThread(
  question: ProtectQuestion,
  tell: (progress: ProtectProgress) => void,
): Promise<ProtectAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./protectThread.ts', import.meta.url), { workerData: question });
    thread.on('message', (message: ProtectMessage) => {
      if ('answer' in message) return resolve(message.answer);
      try {
        tell(message.progress);
      } catch (cause) {
        reject(cause as Error);
        void thread.terminate();
      }
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of the release ended with code ${code}`)));
  });
}
