import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';

/** The bytes of a file, or of standard input for `-`. Throws WrongUse with a sentence. */
export async function readInput(file: string, io: CommandStreams): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(io.stdin ?? process.stdin) : await readFile(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new WrongUse(`Cannot read ${file}: ${why}.`, { cause });
  }
}
