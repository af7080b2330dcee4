import { Refusal } from '../vocabulary/refusal.ts';
import { readTextFile } from './readTextFile.ts';

/** What a file says as JSON; undefined when it is none. Refuses one that cannot be read. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readTextFile(path));
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    return undefined;
  }
}
