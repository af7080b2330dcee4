import { createHash } from 'node:crypto';
import { type FileSurvey, surveyFile } from './surveyFile.ts';

/** What is known of files that are loaded as one, before they are read. */
export type FilesSurvey = {
  /** Of one file its own hash; of several that of their hashes, whatever they are called. */
  readonly sha256: string;
  readonly files: readonly (FileSurvey & { readonly path: string })[];
};

/** Surveys each file. Throws ReadingStopped as `surveyFile` does. */
export async function surveyFiles(paths: readonly string[]): Promise<FilesSurvey> {
  const files: FilesSurvey['files'][number][] = [];
  for (const path of paths) files.push({ ...(await surveyFile(path)), path });
  const [first, ...others] = files.map(({ sha256 }) => sha256);
  if (first === undefined) throw new RangeError('There is no file to survey.');
  if (others.length === 0) return { sha256: first, files };
  const hash = createHash('sha256').update([first, ...others].sort().join('\n'));
  return { sha256: hash.digest('hex'), files };
}
