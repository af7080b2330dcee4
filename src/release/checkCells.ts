import { hashDefinition } from '../measures/hashDefinition.ts';
import { findMeasure } from '../measures/registry.ts';
import { cdsLevel, districtOfCds, parseCds } from '../vocabulary/cds.ts';
import { findStudentGroup } from '../vocabulary/studentGroup.ts';
import type { Release, ReleasedTable } from '../vocabulary/release.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';

/**
 * What is wrong with a release by itself: unknown or changed definitions, a cell twice, a place of another district, a
 * count that cannot be, a group under the threshold shown, and a certificate that counts its cells wrongly. At most one
 * sentence of each kind a table. Empty when all holds.
 */
export function checkCells(release: Release): ReleaseTrouble[] {
  const { tables, certificate, district } = release;
  const troubles = tables.flatMap((table) =>
    tableTroubles(table, district.cds, certificate.policy.threshold),
  );
  const names = tables.map((table) => `${table.measure} of ${table.schoolYear}`);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice) troubles.push({ check: 'cells', sentence: `${twice} stands twice in the release.` });
  for (const seen of ['shown', 'coded', 'suppressed'] as const) {
    const found = tables.reduce(
      (sum, { cells }) => sum + cells.filter((cell) => cell.seen === seen).length,
      0,
    );
    if (found === certificate[seen]) continue;
    const sentence = `The certificate speaks of ${certificate[seen]} ${seen} cells, the release has ${found}.`;
    troubles.push({ check: 'counts of cells', sentence });
  }
  troubles.push(...lessToldTroubles(release));
  const { coded, suppressed, primary, complementary } = certificate;
  if (coded + suppressed === 0 && primary + complementary > 0) {
    const sentence = 'The certificate speaks of hidden cells, the release hides none.';
    troubles.push({ check: 'counts of cells', sentence });
  }
  return troubles;
}

/** Tables that the certificate says are not told, or told in less detail, and are told all the same. */
function lessToldTroubles({ tables, certificate, district }: Release): ReleaseTrouble[] {
  const told = [
    ...(certificate.held ?? []).map((one) => ({ ...one, left: 'all' as const })),
    ...(certificate.coarser ?? []),
  ];
  return told.flatMap(({ measure, schoolYear, left }) => {
    const table = tables.find((one) => one.measure === measure && one.schoolYear === schoolYear);
    const isLeft = ({ place, grade, group }: ReleasedTable['cells'][number]): boolean => {
      if (left === 'all') return true;
      if (place === district.cds) return false;
      const [isGrade, isGroup] = [grade !== 'all', group !== 'ALL'];
      return left === 'groups by grade' ? isGrade && isGroup : isGrade || isGroup;
    };
    if (!table?.cells.some(isLeft)) return [];
    const what = left === 'all' ? 'is not told' : `tells no ${left} of schools`;
    const sentence = `The certificate says that ${measure} of ${schoolYear} ${what}, and the release has such cells.`;
    return [{ check: 'counts of cells' as const, sentence }];
  });
}

function tableTroubles(table: ReleasedTable, district: string, threshold: number): ReleaseTrouble[] {
  const troubles: ReleaseTrouble[] = [];
  const name = `${table.measure} of ${table.schoolYear}`;
  const once = new Set<string>();
  const tell = (check: ReleaseTrouble['check'], sentence: string): void => {
    if (once.has(sentence)) return;
    once.add(sentence);
    troubles.push({ check, sentence });
  };
  const measure = findMeasure(table.measure);
  if (!measure) tell('definitions', `Tandem knows no measure called ${table.measure}.`);
  else if (hashDefinition(measure) !== table.definition) {
    tell('definitions', `${table.measure} stands under a definition that this Tandem does not know.`);
  }
  const seen = new Set<string>();
  for (const cell of table.cells) {
    const slice = `${cell.place} ${cell.grade} ${cell.group}`;
    if (seen.has(slice)) tell('cells', `${name} has a cell twice (${slice}).`);
    seen.add(slice);
    const cds = parseCds(cell.place);
    if (!cds || !['district', 'school'].includes(cdsLevel(cds)) || districtOfCds(cds) !== district) {
      tell('cells', `${name} has a place that is not of the district (${cell.place}).`);
    }
    if (!findStudentGroup(cell.group))
      tell('cells', `${name} has an unknown group of students (${cell.group}).`);
    const trouble = cellTrouble(cell, table.counts === 'rate', threshold);
    if (trouble) tell('cells', `${name} ${trouble} (${slice}).`);
  }
  return troubles;
}

function cellTrouble(
  cell: ReleasedTable['cells'][number],
  isRate: boolean,
  threshold: number,
): string | undefined {
  if (cell.seen === 'coded') {
    if (cell.from > cell.to) return 'has a range that ends before it begins';
    return cell.n < threshold ? `tells a group of fewer than ${threshold} students` : undefined;
  }
  if (cell.seen === 'suppressed') return undefined;
  if (cell.n < threshold) return `shows a group of fewer than ${threshold} students`;
  if (isRate !== (cell.numerator !== null))
    return 'has a numerator where it should have none, or none where it should';
  return (cell.numerator ?? 0) > cell.n ? 'counts more students than there are' : undefined;
}
