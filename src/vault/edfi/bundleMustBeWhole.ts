import { ReadingStopped } from '../intake/readingStopped.ts';

/** A bundle ends with a line that gives the counts and the hash of all lines before it. */
export function bundleMustBeWhole(line: number, kind: string): ReadingStopped {
  return new ReadingStopped(
    'bundleMustBeWhole',
    line,
    kind,
    'the file was cut off or changed after it was fetched',
    'fetch it again, and load the file as it is',
  );
}
