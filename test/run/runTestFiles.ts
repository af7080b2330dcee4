import { type FileResult, type Patience, runTestFile, runTestProcess } from './runTestFile.ts';

/**
 * Runs files in one process. When one of them fails, hangs, ends the process or leaves something open there, each is run
 * once more by itself, so that what is reported has a file's name; what goes wrong only beside the others is a failed
 * case too.
 */
export async function runTestFiles(
  files: readonly string[],
  patience: Patience,
): Promise<readonly FileResult[]> {
  const [first = '', ...others] = files;
  if (others.length === 0) return [await runTestFile(first, patience)];
  const together = await runTestProcess(files, patience);
  const failed = together.files.flatMap(({ file, cases }) =>
    cases.filter(({ outcome }) => outcome === 'failed').map(({ name, why }) => `${file}: ${name}\n${why}`),
  );
  if (failed.length === 0 && together.trouble === '') return together.files;
  const alone: FileResult[] = [];
  for (const file of files) alone.push(await runTestFile(file, patience));
  if (alone.some(({ cases }) => cases.some(({ outcome }) => outcome === 'failed'))) return alone;
  const why = [
    `each passes by itself; in one process: ${files.join(' ')}`,
    ...failed,
    ...(together.trouble ? [together.trouble] : []),
  ].join('\n');
  const beside: FileResult = {
    file: `${first} and ${others.length} beside it`,
    cases: [{ name: 'the files in one process', outcome: 'failed', why }],
    output: together.files[0]?.output ?? '',
    seconds: 0,
  };
  return [...alone, beside];
}
