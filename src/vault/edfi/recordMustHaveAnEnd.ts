import { ReadingStopped } from '../intake/readingStopped.ts';

/** A record is no longer and no deeper than any of the standard. */
export function recordMustHaveAnEnd(line: number): ReadingStopped {
  return new ReadingStopped(
    'recordMustHaveAnEnd',
    line,
    'a record without end',
    'the record is longer or deeper than any of the standard',
    'export it again; look for an element that never closes',
  );
}
