import { Worker } from 'node:worker_threads';
import type { Connection, Database, Row } from './database.ts';

/** `folder` null keeps the store in memory; `template` is a dumped store that a new one starts from. */
export type EmbeddedOptions = { readonly folder: string | null; readonly template: string | null };

type AskBody =
  | { op: 'query'; text: string; values: readonly unknown[] }
  | { op: 'script'; text: string }
  | { op: 'copy'; text: string; chunk: string }
  | { op: 'copyOut'; text: string }
  | { op: 'describe'; text: string }
  | { op: 'dump'; compression: 'gzip' | 'none' }
  | { op: 'close' };
export type Ask = AskBody & { id: number };
export type Answer =
  | { id: number; value: unknown }
  | { id: number; error: { message: string } & Record<string, unknown> };

export type EmbeddedDatabase = Database & {
  script(text: string): Promise<void>;
  describe(text: string): Promise<{ parameters: number; columns: string[] }>;
  /** The whole store as a tar archive. */
  dump(compression: 'gzip' | 'none'): Promise<Uint8Array>;
};

/**
 * PGlite in a thread of its own, so that a heavy query leaves the server's loop free. It has one connection:
 * transactions wait for each other. It never calls fsync: an acknowledged write survives a killed process, not a
 * machine that loses power. The caller holds the folder's lock (see `lockFolder`).
 */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('./embeddedThread.ts', import.meta.url), { workerData: options });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let failed: Error | null = null;

  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(Object.assign(new Error(answer.error.message), answer.error));
    else asked?.resolve(answer.value);
  });
  const failAll = (error: Error) => {
    failed = error;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('exit', (code) => failAll(new Error(`the embedded store's thread ended with code ${code}`)));

  const ask = <T>(body: AskBody): Promise<T> => {
    if (failed) return Promise.reject(failed);
    const id = ++lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ ...body, id } satisfies Ask);
    });
  };
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };
  const connection: Connection = {
    query: (text, values = []) => ask<Row[]>({ op: 'query', text, values }),
    copyIn: async (statement, chunks) => {
      const text = statement.replace(/\bfrom stdin\b/i, "from '/dev/blob'");
      for await (const chunk of chunks) await ask({ op: 'copy', text, chunk });
    },
    copyOut: async function* (statement) {
      yield await ask<Uint8Array>({
        op: 'copyOut',
        text: statement.replace(/\bto stdout$/i, "to '/dev/blob'"),
      });
    },
  };

  await ready;
  return {
    engine: 'embedded',
    transaction: (run) =>
      inTurn(async () => {
        await connection.query('begin');
        try {
          const result = await run(connection);
          await connection.query('commit');
          return result;
        } catch (error) {
          await connection.query('rollback');
          throw error;
        }
      }),
    script: (text) => inTurn(() => ask<void>({ op: 'script', text })),
    describe: (text) =>
      inTurn(() => ask<{ parameters: number; columns: string[] }>({ op: 'describe', text })),
    dump: (compression) => inTurn(() => ask<Uint8Array>({ op: 'dump', compression })),
    close: () =>
      inTurn(async () => {
        if (failed) return;
        worker.removeAllListeners('exit');
        await ask({ op: 'close' }).finally(() => worker.terminate());
      }),
  };
}
