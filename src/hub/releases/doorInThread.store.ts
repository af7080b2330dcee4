import { Worker } from 'node:worker_threads';
import type { DoorAnswers, DoorQuestion } from './doorQuestion.ts';

/** Of a release of a district-year 200 are enough; what asks for more was made to do so. */
const mostMegabytes = 2048;

/** A thread that has one file at the door: asked one thing after another, until it is closed. */
export type DoorThread = {
  readonly ask: <Ask extends DoorQuestion['ask']>(
    question: Extract<DoorQuestion, { readonly ask: Ask }>,
  ) => Promise<DoorAnswers[Ask]>;
  readonly close: () => Promise<unknown>;
};

/** What was asked took more memory than any release does; the thread has ended. */
export class TooLargeForDoor extends Error {
  override readonly name = 'TooLargeForDoor';
}

/** Opens a thread for one file. A fault in it, and its end by lack of memory (`TooLargeForDoor`), rejects what is asked. */
export function openDoorThread(): DoorThread {
  const worker = new Worker(new URL('./doorThread.store.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  let waiting:
    | { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void }
    | undefined;
  let ended: Error | undefined;
  const end = (cause: Error): void => {
    ended ??= cause;
    waiting?.reject(ended);
  };
  worker.on('message', (answer: unknown) => waiting?.resolve(answer));
  worker.on('error', (cause: NodeJS.ErrnoException) =>
    end(
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new TooLargeForDoor('a file at the door took more memory than a release does', { cause })
        : cause,
    ),
  );
  worker.on('exit', (code) => end(new Error(`the thread of the door ended with code ${code}`)));
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting = { resolve: resolve as (answer: unknown) => void, reject };
        worker.postMessage(question);
      }),
    close: () => worker.terminate(),
  };
}
