import { ReadingStopped } from '../intake/readingStopped.ts';

/** What a manifest says of its files is so: each is there as it says, and none that it does not name. */
export function manifestMustHold(
  file: string,
  line: number | null,
  trouble: 'not there' | 'there' | 'not named' | 'unknown word',
): ReadingStopped {
  const messages = {
    'not there': `the manifest says that ${file}.csv comes with the set, and it is not there`,
    there: `the manifest says that ${file}.csv is absent, and it is there`,
    'not named': `${file}.csv is there, and the manifest does not say whether it is whole (bulk) or changes (delta)`,
    'unknown word': `the manifest says of ${file}.csv neither bulk nor delta nor absent`,
  } as const;
  return new ReadingStopped(
    'manifestMustHold',
    line,
    'a file of the set',
    `manifest.csv: ${messages[trouble]}`,
    'export the set again; do not add files to an export or take some out',
  );
}
