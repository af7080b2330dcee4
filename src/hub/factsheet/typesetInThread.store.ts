import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { FactSheet } from './factSheet.ts';
import type { TypesetAnswer, TypesetQuestion } from './typesetThread.store.ts';

const mostMilliseconds = 60_000;
const template = createHash('sha256')
  .update(readFileSync(new URL('./factSheet.typ', import.meta.url)))
  .digest('hex');

/** What a PDF of this Tandem carries among its keywords: the layout it was typeset by. */
export const layoutKeyword = `tandem layout ${template.slice(0, 16)}`;

/** One after the other: each takes a processor and some 200 MB for a second. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A fact sheet as a tagged PDF on letter paper with `attached` (JSON text) in it as `fact-sheet.json`; the same sheet gives
 * the same bytes. In a thread of its own, which is ended after a minute: the server answers everybody else meanwhile.
 */
export function typesetInThread(sheet: FactSheet, attached: string): Promise<Uint8Array> {
  const made = last.then(() => typeset({ sheet: JSON.stringify({ ...sheet, layoutKeyword }), attached }));
  last = made.catch(() => undefined);
  return made;
}

function typeset(question: TypesetQuestion): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./typesetThread.store.ts', import.meta.url), {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const end = setTimeout(() => void worker.terminate(), mostMilliseconds);
    worker.once('message', (answer: TypesetAnswer) => {
      if ('pdf' in answer) resolve(answer.pdf);
      else reject(new Error(`the fact sheet was not typeset: ${answer.problem}`));
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(end);
      reject(new Error(`the typesetter's thread ended with code ${code}`));
    });
  });
}
