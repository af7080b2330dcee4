import type { SourcedFigure } from './figureRow.ts';
import { CellRow, figureOfRow, wholeDistrict } from './figureRow.ts';

/**
 * The figures of a district from the lines of `selectDistrictFigures`: of the sources that give a slice, the one of the highest
 * place (the published after the synthetic, the newest loaded last). Sorted by measure, school year, grade, group.
 */
export function parseFigureLines(lines: string): SourcedFigure[] {
  const best = new Map<string, { place: number; fields: readonly string[] }>();
  for (const line of lines.split('\n')) {
    const fields = line.split('\t');
    const place = Number(fields[0]);
    const slice = fields.slice(1, 5).join('\t');
    const kept = best.get(slice);
    if (!kept || place > kept.place) best.set(slice, { place, fields });
  }
  return [...best]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { fields }]) => {
      const [, measure, year, grade, group, source, seen, n, numerator, value, words] = fields;
      const row = {
        school_id: wholeDistrict,
        measure_id: measure,
        school_year: Number(year),
        grade,
        student_group: group,
        source_id: source,
        seen,
        n: n ? Number(n) : null,
        numerator: numerator ? Number(numerator) : null,
        value: value || null,
        words: words || null,
      };
      return figureOfRow(CellRow.parse(row));
    });
}
