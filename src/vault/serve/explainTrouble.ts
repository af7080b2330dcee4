import { fullVaultDisk } from '../store/fullVaultDisk.ts';

/** The refusal that an error of the disk means to a person; any other error as it is. */
export function explainTrouble(error: unknown): unknown {
  return fullVaultDisk(
    error,
    'The disk of the vault is full: what was being written is not kept, all that was finished before it is. Make room, then try again.',
  );
}
