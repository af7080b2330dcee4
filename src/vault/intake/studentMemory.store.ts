import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import { selectStudents } from './knowledge.store.ts';
import { type StudentRegister, studentRegister } from './studentRegister.ts';

const { selectLastKept } = readVaultStatements(import.meta.url, ['selectLastKept']);

/** The students of a vault over the files of one load, so that not every file reads all of them again. */
export type StudentMemory = {
  /** The register as the vault has it: read anew at first, and where another load has kept a file since. */
  readonly register: (connection: VaultConnection) => Promise<StudentRegister>;
  /** The file of this number is kept, and with it what it told the register. */
  readonly keep: (file: number) => void;
  /** The file was refused: what it told the register is not so. */
  readonly forget: () => void;
};

export function studentMemory(): StudentMemory {
  let held: { readonly register: StudentRegister; readonly file: number } | undefined;
  return {
    register: async (connection) => {
      const [last] = await connection.rows<{ file: number }>(selectLastKept);
      const file = last?.file ?? 0;
      if (held?.file !== file) held = { register: studentRegister(await selectStudents(connection)), file };
      return held.register;
    },
    keep: (file) => {
      if (!held) return;
      held.register.settle();
      held = { register: held.register, file };
    },
    forget: () => {
      held = undefined;
    },
  };
}
