import { ReadingStopped } from '../intake/readingStopped.ts';

/** Changes are changes of something: a whole file came before them. */
export function deltaMustFollowABulk(files: readonly string[]): ReadingStopped {
  return new ReadingStopped(
    'deltaMustFollowABulk',
    null,
    'changes of nothing',
    `${files.map((file) => `${file}.csv`).join(', ')} has changes (delta), and the vault holds no whole file (bulk) that they change`,
    'load the last bulk export first, then every delta since, in any order',
  );
}
