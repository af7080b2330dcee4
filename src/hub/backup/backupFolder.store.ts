import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { partialEnding } from './writeBackupFile.store.ts';

/** The folder inside a data folder in which the hub keeps its own backups, and what went wrong last. */
export type BackupFolder = {
  readonly path: string;
  /** The hub's own backups, newest first. */
  readonly list: () => Promise<readonly KeptBackup[]>;
  /** A path for a backup of this time; makes the folder, and clears away what a killed backup left. */
  readonly prepare: (at: Date) => Promise<string>;
  /** Deletes the hub's own backups but the newest; other files are left alone. */
  readonly keepNewest: (most: number) => Promise<void>;
  readonly readFailure: () => Promise<BackupFailure | null>;
  readonly writeFailure: (failure: BackupFailure | null) => Promise<void>;
};

export type KeptBackup = { readonly file: string; readonly madeAt: Date };

const Failure = z.object({ at: z.iso.datetime(), why: z.string() });
export type BackupFailure = z.infer<typeof Failure>;

const ownName = /^tandem-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.backup\.gz$/;

export function backupFolder(dataFolder: string): BackupFolder {
  const path = join(dataFolder, 'backups');
  const failureFile = join(path, 'failed.json');
  const names = (): Promise<string[]> =>
    readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  const list = async (): Promise<KeptBackup[]> =>
    (await names())
      .flatMap((name) => {
        const madeAt = timeOfName(name);
        return madeAt ? [{ file: join(path, name), madeAt }] : [];
      })
      .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  return {
    path,
    list,
    prepare: async (at) => {
      await mkdir(path, { recursive: true, mode: 0o700 });
      for (const name of await names()) {
        if (name.endsWith(partialEnding)) await rm(join(path, name), { force: true });
      }
      return join(path, nameOfTime(at));
    },
    keepNewest: async (most) => {
      for (const { file } of (await list()).slice(most)) await rm(file, { force: true });
    },
    readFailure: async () => {
      const text = await readFile(failureFile, 'utf8').catch(() => null);
      return text === null ? null : parseFailure(text);
    },
    writeFailure: (failure) =>
      failure === null
        ? rm(failureFile, { force: true })
        : writeFile(failureFile, `${JSON.stringify(failure)}\n`),
  };
}

function nameOfTime(at: Date): string {
  return `tandem-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup.gz`;
}

function timeOfName(name: string): Date | null {
  const [, hour, minute, second] = ownName.exec(name) ?? [];
  return hour ? new Date(`${hour}:${minute}:${second}Z`) : null;
}

/** A failure that cannot be read was being written when the disk was full: it is a failure still. */
function parseFailure(text: string): BackupFailure {
  try {
    return Failure.parse(JSON.parse(text));
  } catch {
    return { at: new Date(0).toISOString(), why: 'the reason could not be written down' };
  }
}
