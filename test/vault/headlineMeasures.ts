import { generateDistrict } from '../../sample/students/gatherDistrict.ts';
import { headlines, type Headlines, publishedHeadlines } from '../../sample/students/headlineFigures.ts';
import type { StudentDistrict } from '../../sample/students/studentDistrict.ts';
import { emptyTables, type StudentTables } from '../../sample/students/studentRows.ts';
import { secondOpinion } from './secondOpinion/secondOpinion.ts';

export type HeadlineMeasures = { readonly figures: Headlines; readonly counted: Headlines };

const studentsAtOnce = 1000;

/**
 * The headline figures of a generated district in a year as the second opinion measures them, and of how many students
 * each is. The district is made a thousand students at a time: what a measure counts adds up over students as long as
 * nineteen of twenty take the tests, and no penalty record is added.
 */
export function headlineMeasures(district: StudentDistrict, year: number): HeadlineMeasures {
  const sums = new Map<string, { n: number; sum: number }>();
  const measures = [...new Set(Object.values(publishedHeadlines).map(({ measure }) => measure))];
  const parts = generateDistrict(district);
  const first = parts.next().value ?? emptyTables();
  for (;;) {
    const tables: StudentTables = { ...emptyTables(), place: first.place };
    let students = 0;
    for (; students < studentsAtOnce; students += 1) {
      const next = parts.next();
      if (next.done) break;
      for (const table of Object.keys(tables) as (keyof StudentTables)[]) {
        const rows: object[] = tables[table];
        for (const row of next.value[table]) rows.push(row);
      }
    }
    if (students === 0) break;
    const slices = secondOpinion(
      tables,
      measures.map((measure) => ({ measure, year })),
    );
    for (const measure of measures) {
      const slice = slices.get(`${measure} ${year} ${district.cds} 00000000000000 all ALL`);
      const sum = sums.get(measure) ?? { n: 0, sum: 0 };
      sums.set(measure, sum);
      sum.n += slice?.n ?? 0;
      sum.sum += slice?.numerator ?? (slice?.sum ?? 0) / 10_000;
    }
  }
  const of = (measure: string) => sums.get(measure) ?? { n: 0, sum: 0 };
  const entries = headlines.map((headline) => {
    const { n, sum } = of(publishedHeadlines[headline].measure);
    const enrolled = of('upc').n;
    if (headline === 'learners') return { headline, n: enrolled, figure: (100 * n) / enrolled };
    const unit = headline === 'math' || headline === 'ela' ? 1 : 100;
    return { headline, n, figure: (unit * sum) / n };
  });
  const record = (value: (one: (typeof entries)[number]) => number): Headlines =>
    Object.fromEntries(entries.map((one) => [one.headline, value(one)])) as unknown as Headlines;
  return { figures: record(({ figure }) => figure), counted: record(({ n }) => n) };
}
