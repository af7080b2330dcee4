import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Connection, Database } from './database.ts';
import { Refusal } from '../../vocabulary/refusal.ts';

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, String],
  [pg.types.builtins.DATE, String],
]);

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(id)) || pg.types.getTypeParser(id, format as 'text'),
};

/** PostgreSQL 15 or newer by its connection string; statements longer than a minute are stopped, loads aside. */
export async function openPostgresqlDatabase(url: string, connections = 10): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as pg.CustomTypesConfig,
    application_name: 'tandem',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  const version = Number((await pool.query('show server_version_num')).rows[0].server_version_num);
  if (version < 150000) {
    await pool.end();
    throw new Refusal(`Tandem needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10000)}.`);
  }
  return {
    engine: 'postgresql',
    transaction: async (run) => {
      const client = await pool.connect();
      const connection: Connection = {
        query: async (text, values = []) => (await client.query(text, values as unknown[])).rows,
        copyIn: async (statement, chunks) => {
          await pipeline(
            Readable.from(chunks, { objectMode: true, highWaterMark: 2 }),
            client.query(copyFrom(statement)),
          );
        },
        copyOut: (statement) => copyOut(pool, client, statement),
      };
      let broken: Error | undefined;
      try {
        await client.query("begin; set local statement_timeout = '60s'");
        const result = await run(connection);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** A copy that its reader leaves is cancelled: the server would otherwise send the rest before it hears anything else. */
async function* copyOut(pool: pg.Pool, client: pg.PoolClient, statement: string): AsyncGenerator<Uint8Array> {
  const stream = client.query(copyTo(statement));
  let ended = false;
  stream.once('error', () => {
    ended = true;
  });
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
    ended = true;
  } finally {
    if (!ended) {
      const { processID } = client as unknown as { processID: number };
      await pool.query('select pg_cancel_backend($1)', [processID]);
      await finished(stream.resume()).catch(() => undefined);
    }
  }
}
