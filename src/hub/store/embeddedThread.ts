import { PGlite, types } from '@electric-sql/pglite';
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Ask, EmbeddedOptions } from './embeddedDatabase.ts';

const { folder, template } = workerData as EmbeddedOptions;
const port = parentPort;
if (!port) throw new Error('the embedded store runs in a worker thread');

const database = await PGlite.create({
  ...(folder === null ? {} : { dataDir: folder }),
  ...(template === null ? {} : { loadDataDir: new Blob([new Uint8Array(await readFile(template))]) }),
  parsers: {
    [types.INT8]: (text: string) => Number(text),
    [types.NUMERIC]: (text: string) => text,
    [types.DATE]: (text: string) => text,
  },
});

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.op) {
    case 'query':
      return (await database.query(ask.text, ask.values as unknown[])).rows;
    case 'script':
      await database.exec(ask.text);
      return null;
    case 'copy':
      await database.query(ask.text, [], { blob: new Blob([ask.chunk]) });
      return null;
    case 'copyOut': {
      const { blob } = await database.query(ask.text);
      return blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array();
    }
    case 'describe': {
      const { queryParams, resultFields } = await database.describeQuery(ask.text);
      return { parameters: queryParams.length, columns: resultFields.map((field) => field.name) };
    }
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir(ask.compression)).arrayBuffer());
    case 'close':
      await database.close();
      return null;
  }
}

port.on('message', (ask: Ask) => {
  answer(ask).then(
    (value) => {
      const given = value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
      port.postMessage({ id: ask.id, value } satisfies Answer, given);
    },
    (error: unknown) => {
      const { message, code, detail, where, constraint } = error as Record<string, unknown>;
      port.postMessage({
        id: ask.id,
        error: { message: String(message), code, detail, where, constraint },
      } satisfies Answer);
    },
  );
});
port.postMessage({ id: 0, value: 'ready' } satisfies Answer);
