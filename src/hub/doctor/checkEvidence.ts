import type { Check } from './check.ts';
import type { FileCounts, UndefinedMeasure } from './doctorRows.ts';

/** What is loaded and what a later file took the place of. */
export function checkLoadedFiles({ files, superseded, orphaned }: FileCounts): Check {
  const what = 'loaded files';
  if (orphaned > 0) {
    const says = `${orphaned} of ${files} files are superseded by a file that is not there, so their figures are hidden; load the newer file again`;
    return { what, well: false, says };
  }
  if (files === 0) return { what, well: true, says: 'none yet' };
  return { what, well: true, says: `${files}, of which ${superseded} were superseded by a later one` };
}

/** Whether every figure stands under a definition. */
export function checkDefinitions(undefinedMeasures: readonly UndefinedMeasure[]): Check {
  const what = 'definitions';
  const [first] = undefinedMeasures;
  if (!first)
    return { what, well: true, says: 'every source says under which definition it gives its figures' };
  const more = undefinedMeasures.length > 1 ? `, and ${undefinedMeasures.length - 1} more` : '';
  const says = `${first.file} (${first.dataset}) gives figures of ${first.measureId} without a definition${more}; load the file again with this Tandem`;
  return { what, well: false, says };
}
