import { variants } from '../measures/variants.ts';
import { type SchoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Dataset } from './layout.ts';
import { outcomeDatasets } from './outcomeWords.ts';

/**
 * The dataset that a row of an outcomes file names, such as `cde_acgr_2023_24`; undefined when the name is of
 * another form, of a dataset that Tandem does not know, or of another year than the row's.
 */
export function outcomeDataset(key: string, year: SchoolYear): Dataset | undefined {
  const [, prefix, word, written] = /^(cde|tandem_sample)_(\w+)_(\d{4}_\d{2})$/.exec(key) ?? [];
  const title = outcomeDatasets.get(word ?? '');
  if (!title || written?.replace('_', '-') !== schoolYearName(year)) return undefined;
  const synthetic = prefix === 'tandem_sample';
  return {
    key,
    publisher: synthetic ? 'Tandem sample generator' : 'California Department of Education',
    title: `${title}, ${schoolYearName(year)}`,
    schoolYear: year,
    synthetic,
    difference: variants.find((variant) => key.startsWith(variant.dataset))?.note ?? null,
  };
}
