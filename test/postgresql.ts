import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgresqlBinaries } from './postgresqlBinaries.ts';

export type Postgresql = {
  /** A superuser's database; it understands `new URL(url)`, so that a test may put another database's name. */
  readonly url: string;
  readonly version: string;
  readonly stop: () => Promise<void>;
};

type Account = { readonly uid: number; readonly gid: number };

/**
 * A PostgreSQL for the tests: the one that TANDEM_TEST_POSTGRESQL names, else a throw-away cluster in a temporary
 * folder, reached through a socket in it that only its owner and root can open. The cluster stops and is removed
 * by `stop`, and also when this process ends in any other way. Throws a sentence that says what to do.
 */
export async function startPostgresql(): Promise<Postgresql> {
  const named = process.env.TANDEM_TEST_POSTGRESQL;
  if (named) return { url: named, version: await superuserVersion(named), stop: async () => {} };
  return startThrowawayCluster(await findPostgresqlBinaries());
}

async function superuserVersion(url: string): Promise<string> {
  const seen = await askVersion(url).catch((cause: unknown) => {
    throw new Error(`TANDEM_TEST_POSTGRESQL is set, but connecting failed: ${String(cause)}`, { cause });
  });
  if (!seen.superuser) throw new Error('TANDEM_TEST_POSTGRESQL must name a superuser: the tests make roles.');
  if (seen.number < 150_000)
    throw new Error(`TANDEM_TEST_POSTGRESQL is ${seen.version}; 15 or newer is needed.`);
  return seen.version;
}

async function askVersion(url: string): Promise<{ version: string; number: number; superuser: boolean }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; number: number; superuser: boolean }>(
      `select current_setting('server_version') as version,
              current_setting('server_version_num')::int as number,
              (select rolsuper from pg_roles where rolname = current_user) as superuser`,
    );
    const [row] = rows;
    if (!row) throw new Error('PostgreSQL gave no answer to its version');
    return row;
  } finally {
    await client.end();
  }
}

async function startThrowawayCluster(binaries: string): Promise<Postgresql> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-pg-'));
  const account = serverAccount();
  if (account) chownSync(folder, account.uid, account.gid);
  try {
    initialize(binaries, folder, account);
    return await serve(binaries, folder, account);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or `nobody` where there is no such account. */
function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'This machine has no account "postgres" or "nobody" to run PostgreSQL as: run the tests as a user.',
  );
}

function initialize(binaries: string, folder: string, account: Account | undefined): void {
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  const made = spawnSync(join(binaries, 'initdb'), [...args, '--locale=C.UTF-8'], {
    ...account,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`, { cause: made.error });
}

/**
 * The shell outlives us by a moment: the pipe it reads closes when we end, however we end, and then it stops the
 * server and removes the folder.
 */
const guard = `
exec 3<&0
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c full_page_writes=off \\
  -c synchronous_commit=off 3<&- >"$2/log" 2>&1 &
server=$!
(cat <&3 >/dev/null; kill -INT $server 2>&-) &
exec 3<&-
wait $server
tail -n 40 "$2/log" >&2
cd / && rm -rf "$2"
`;

async function serve(binaries: string, folder: string, account: Account | undefined): Promise<Postgresql> {
  const child = spawn('sh', ['-c', guard, 'sh', binaries, folder], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const lastWords = text(child.stderr);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  child.unref();
  for (const pipe of [child.stdin, child.stderr]) (pipe as Socket).unref();
  const stop = async (): Promise<void> => {
    child.ref();
    child.stdin.destroy();
    await ended;
  };
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    await sleep(100);
    const seen = await askVersion(url).catch(() => undefined);
    if (seen) return { url, version: seen.version, stop };
  }
  await stop();
  throw new Error(`The test cluster of PostgreSQL did not start:\n${await lastWords}`);
}
