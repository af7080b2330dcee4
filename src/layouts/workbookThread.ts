import { parentPort, workerData } from 'node:worker_threads';
import { ReadingStopped } from './readingStopped.ts';
import { readWorkbook, type SheetRows } from './readWorkbook.ts';

/** What the thread answers: the sheets, or why it stopped. */
export type WorkbookAnswer =
  | { readonly sheets: readonly SheetRows[] }
  | { readonly stopped: Pick<ReadingStopped, 'rule' | 'line' | 'message' | 'remedy'> };

async function answer(bytes: Uint8Array): Promise<WorkbookAnswer> {
  try {
    const sheets = await readWorkbook(
      (async function* () {
        yield bytes;
      })(),
    );
    return { sheets };
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    const { rule, line, message, remedy } = error;
    return { stopped: { rule, line, message, remedy } };
  }
}

parentPort?.postMessage(await answer(workerData as Uint8Array));
