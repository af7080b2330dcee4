import { Worker } from 'node:worker_threads';
import { ReadingStopped } from './readingStopped.ts';
import type { SheetRows } from './readWorkbook.ts';
import type { WorkbookAnswer } from './workbookThread.ts';

const mostMilliseconds = 60_000;

/** One after the other: each may take all the memory it is given. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Every sheet of a workbook that somebody brought. A file of a kilobyte can name a cell a million rows down, for which its reader makes
 * room: so it is read in a thread of its own, which is ended where it takes more than `mostMegabytes` or a minute, and the server goes on.
 * Throws ReadingStopped.
 */
export function readWorkbookInThread(bytes: Uint8Array, mostMegabytes = 1024): Promise<readonly SheetRows[]> {
  const read = last.then(() => readOne(bytes, mostMegabytes));
  last = read.catch(() => undefined);
  return read;
}

function readOne(bytes: Uint8Array, mostMegabytes: number): Promise<readonly SheetRows[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbookThread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const end = setTimeout(() => void worker.terminate(), mostMilliseconds);
    worker.once('message', (answer: WorkbookAnswer) => {
      if ('sheets' in answer) resolve(answer.sheets);
      else {
        const { rule, line, message, remedy } = answer.stopped;
        reject(new ReadingStopped(rule, line, message, remedy));
      }
      void worker.terminate();
    });
    worker.once('error', (error: Error & { readonly code?: unknown }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error),
    );
    worker.once('exit', () => {
      clearTimeout(end);
      reject(tooMuch());
    });
  });
}

function tooMuch(): ReadingStopped {
  return new ReadingStopped(
    'fileMustBeSmall',
    null,
    'the workbook takes too much room or time to be read: perhaps a cell far below or far to the right is used',
    'copy the rows alone into a new workbook and bring that',
  );
}
