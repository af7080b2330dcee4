import type { BackupHeader } from './backupHeader.ts';
import { readBackup } from './readBackup.store.ts';

/** Reads a backup from its first byte to its last and answers its header. Throws the Refusal of `readBackup` unless it is whole. */
export function checkBackup(file: string, signal?: AbortSignal): Promise<BackupHeader> {
  return readBackup(
    file,
    async ({ header, tables }) => {
      for await (const { rows } of tables) for await (const _ of rows);
      return header;
    },
    signal,
  );
}
