import { jointMeasures } from './sharedStudents.ts';

/** Tables that must be protected together since they count the same students, in the order in which they come. */
export function jointTables<Table extends { readonly measure: string; readonly schoolYear: number }>(
  tables: readonly Table[],
): readonly (readonly Table[])[] {
  const clusters = new Map<string, Table[]>();
  for (const table of tables) {
    const key = `${jointMeasures(table.measure)} ${table.schoolYear}`;
    const cluster = clusters.get(key);
    if (cluster) cluster.push(table);
    else clusters.set(key, [table]);
  }
  return [...clusters.values()];
}
