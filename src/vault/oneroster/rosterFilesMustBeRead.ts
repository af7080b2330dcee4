import type { Breach } from '../intake/breach.ts';

/** Files for which the vault has no use are named, so that nobody takes them for loaded. */
export function rosterFilesMustBeRead(files: readonly string[], strangers: number): Breach {
  const named = files.map((file) => `${file}.csv`);
  if (strangers > 0) named.push(`${strangers} that OneRoster does not name`);
  return {
    rule: 'rosterFilesMustBeRead',
    severity: 'note',
    column: null,
    valueClass: `${files.length + strangers} files`,
    message: `files of the set that no measure needs were left out: ${named.join(', ')}`,
    remedy: 'nothing; marks and credits come from CALPADS SCSC',
  };
}
