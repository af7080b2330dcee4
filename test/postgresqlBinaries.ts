import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';

const oldestMajor = 15;

const howToHelp =
  `PostgreSQL ${oldestMajor} or newer is needed for the tests and was not found: install its server ` +
  `(Debian: apt-get install postgresql), or set TANDEM_TEST_POSTGRESQL to the URL of a superuser's database.`;

/**
 * The folder with `initdb` and `postgres` of the newest PostgreSQL from version 15 on. Installs it on Debian as
 * root; throws a sentence that says what to do where it cannot.
 */
export async function findPostgresqlBinaries(): Promise<string> {
  const found = newestInstalled();
  if (found) return found;
  if (!canInstallDebianPackages()) throw new Error(howToHelp);
  try {
    preventDefaultCluster();
    await installDebianPackages(['postgresql']);
  } catch (cause) {
    throw new Error(`${howToHelp} Installing it failed: ${String(cause)}`, { cause });
  }
  const installed = newestInstalled();
  if (!installed) throw new Error(howToHelp);
  return installed;
}

function newestInstalled(): string | undefined {
  const usual = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin'];
  const folders = [...globSync(usual), ...(process.env.PATH ?? '').split(delimiter)];
  const servers = folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, major: majorVersion(join(folder, 'postgres')) }))
    .filter((server) => server.major >= oldestMajor);
  return servers.sort((a, b) => b.major - a.major)[0]?.folder;
}

/** 15 of `postgres (PostgreSQL) 15.13 (Debian …)`; 0 when the program says nothing of the kind. */
function majorVersion(server: string): number {
  const said = spawnSync(server, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0);
}

/** Debian's package would make and start a cluster of its own unless this file, which it keeps, says no. */
function preventDefaultCluster(): void {
  const folder = '/etc/postgresql-common';
  const file = join(folder, 'createcluster.conf');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
}
