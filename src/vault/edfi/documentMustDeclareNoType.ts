import { ReadingStopped } from '../intake/readingStopped.ts';

/** An interchange file has no document type: it could declare entities, which grow without bound or name other files. */
export function documentMustDeclareNoType(line: number): ReadingStopped {
  return new ReadingStopped(
    'documentMustDeclareNoType',
    line,
    'a document type',
    'the file declares a document type (DOCTYPE); no Ed-Fi file has one, and it can hide harm',
    'do not load it; ask where it comes from and export it again',
  );
}
