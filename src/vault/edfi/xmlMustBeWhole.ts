import { ReadingStopped } from '../intake/readingStopped.ts';

/** XML is well formed to its last letter. */
export function xmlMustBeWhole(line: number, within: string | undefined): ReadingStopped {
  return new ReadingStopped(
    'xmlMustBeWhole',
    line,
    'not well formed',
    `the XML breaks off or is not well formed${within === undefined ? '' : `, within a ${within}`}`,
    'export or copy the file again: it was cut off, or changed by hand',
  );
}
