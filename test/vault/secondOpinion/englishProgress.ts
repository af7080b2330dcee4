import type { ElpacResultRow } from '../../../sample/students/studentRows.ts';
import { gradeName } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import { type Contribution, wholeDistrict } from './tally.ts';
import { hasSevenYears, statedGroups, testDay } from './testRecord.ts';

/** Lowest scores of ELPI levels 2L 2H 3L 3H 4. */
const lows: Readonly<Record<string, readonly number[]>> = {
  KN: [1374, 1398, 1422, 1448, 1474],
  '01': [1411, 1433, 1455, 1481, 1507],
  '02': [1424, 1447, 1471, 1501, 1532],
  '03': [1448, 1468, 1488, 1511, 1535],
  '04': [1459, 1479, 1499, 1524, 1549],
  '05': [1467, 1490, 1514, 1537, 1560],
  '06': [1475, 1496, 1517, 1542, 1567],
  '07': [1481, 1504, 1527, 1551, 1576],
  '08': [1486, 1510, 1534, 1562, 1590],
  '09': [1493, 1519, 1545, 1575, 1606],
  '10': [1493, 1519, 1545, 1575, 1606],
  '11': [1500, 1527, 1555, 1585, 1615],
  '12': [1500, 1527, 1555, 1585, 1615],
};

/** The record of a kind in a year: with a score, valid, the latest. */
export function elpacRecordOf(file: StudentFile, year: number, kind: string): ElpacResultRow | undefined {
  return file.elpac_result
    .filter((row) => row.school_year === year && row.kind === kind && row.scale_score !== null)
    .filter(({ include }) => include === null || include === 'Y' || include === 'T')
    .toSorted((a, b) => {
      const [one, other] = [testDay(a), testDay(b)];
      if (one !== other) return one < other ? -1 : 1;
      return a.file_id - b.file_id || a.line - b.line;
    })
    .at(-1);
}

export function* englishProgress(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const kind = elpacRecordOf(file, year, 'summative') ? 'summative' : 'alternate';
  const now = elpacRecordOf(file, year, kind);
  const before = elpacRecordOf(file, year - 1, kind);
  if (!now || !before || !/^(0[1-9]|1[0-2])$/.test(now.grade)) return;
  const moved = kind === 'summative' ? movedUp(before, now) : movedUpAlternate(before, now);
  const groups = [...statedGroups(now), 'EL', 'ELO', 'EVER', ...longTerm];
  if (hasSevenYears(now)) groups.push('LTEL');
  for (const school of [now.school_cds, wholeDistrict]) {
    yield {
      at: { district: now.district_cds, school },
      grade: gradeName(now.grade),
      groups,
      n: 1,
      numerator: moved ? 1 : 0,
    };
  }
}

function movedUp(before: ElpacResultRow, now: ElpacResultRow): boolean {
  const [first, second] = [elpiStep(before), elpiStep(now)];
  return second > first || (second === 5 && first === 5);
}

/** 0 for level 1, then 2L 2H 3L 3H, 5 for level 4. */
function elpiStep({ grade, scale_score }: ElpacResultRow): number {
  return (lows[grade] ?? []).filter((low) => (scale_score ?? 0) >= low).length;
}

function movedUpAlternate(before: ElpacResultRow, now: ElpacResultRow): boolean {
  if ((now.scale_score ?? 0) - (before.scale_score ?? 0) >= 10) return true;
  if (now.level === null || before.level === null) return false;
  return now.level > before.level || (now.level === 3 && before.level === 3);
}
