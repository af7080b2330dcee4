import { writeFileSync } from 'node:fs';
import { outcomeMetrics, outcomeSubgroups } from '../../src/layouts/outcomeWords.ts';
import { roundHalfUp } from '../../src/measures/roundHalfUp.ts';
import { ratio } from '../../src/measures/ratio.ts';
import { parseDecimal } from '../../src/measures/parseDecimal.ts';
import { selectCounts } from '../../src/vault/reconcile/whatIfCounts.store.ts';
import type { CountRow } from '../../src/vault/reconcile/whatIfCounts.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { schoolYearName } from '../../src/vocabulary/schoolYear.ts';

const datasets: Readonly<Record<string, string>> = {
  math_dfs: 'academic_indicator_math',
  ela_dfs: 'academic_indicator_ela',
  acgr: 'acgr',
  dropout_4yr: 'acgr',
  ag_of_grads: 'acgr',
  cci_prepared: 'cci',
  chronic_absence: 'chronic_absenteeism',
  college_going_12m: 'college_going_12_month',
  suspension: 'suspension',
};

export type PublishedRow = CountRow & { readonly withheld?: boolean };

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

/** A file in the layout of CDE's outcomes from raw counts, fewer than 11 withheld as the state does. */
export function publishCounts(path: string, district: string, rows: readonly PublishedRow[]): void {
  const metrics = new Map([...outcomeMetrics].map(([word, { measure }]) => [measure, word]));
  const words = new Map([...outcomeSubgroups].map(([word, { group, grade }]) => [`${group} ${grade}`, word]));
  const lines = rows.flatMap((row) => {
    const metric = metrics.get(row.measure);
    const word = words.get(`${row.group} ${row.grade}`);
    if (!metric || !word) return [];
    const school = row.school.endsWith('0000000') && row.school.startsWith('0');
    const year = schoolYearName(row.year);
    const dataset = `tandem_sample_${datasets[row.measure]}_${year.replace('-', '_')}`;
    const shown =
      row.n < 11 || row.withheld
        ? ['', '', String(row.n), 'suppressed']
        : [valueOf(row), row.numerator ?? '', String(row.n), row.n < 30 ? 'small-sample' : 'reliable'];
    return [
      [
        school ? 'district' : 'school',
        school ? district : row.school,
        'A place',
        year,
        metric,
        word,
        ...shown,
        dataset,
      ].join(','),
    ];
  });
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
}

function valueOf({ n, numerator, sum }: CountRow): string {
  if (numerator !== null) return roundHalfUp(ratio(100n * BigInt(numerator), n), 1);
  const whole = parseDecimal(sum ?? '');
  if (!whole) throw new RangeError('a count without a sum');
  return roundHalfUp(ratio(whole.numerator, whole.denominator * BigInt(n)), 1);
}

/** The district's own counts of a year, all grades, of the measures that the outcomes file has. */
export async function districtCounts(vault: Vault, year: number): Promise<CountRow[]> {
  const asked = { measures: Object.keys(datasets), year, district: vault.district.cds };
  return selectCounts(vault, asked);
}
