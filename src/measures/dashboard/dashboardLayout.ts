import type { FileIndicator } from './dashboardRow.ts';

const everyRow = [
  'cds',
  'rtype',
  'studentgroup',
  'indicator',
  'currdenom',
  'currstatus',
  'priordenom',
  'priorstatus',
  'change',
] as const;

/** Where a column stands, by its name in lower case; undefined when the file has no such column. */
export type DashboardLayout = ReadonlyMap<string, number>;

/** The columns of a header row, or one sentence on why they are not those of a Dashboard download. */
export function dashboardLayout(header: readonly string[]): DashboardLayout | string {
  const names = header.map((name, at) => name.trim().toLowerCase() || `column ${at + 1}`);
  const layout = new Map(names.map((name, at) => [name, at]));
  const missing = everyRow.filter((name) => !layout.has(name));
  if (missing.length > 0) {
    return `no Dashboard download Tandem knows: it lacks ${columns(missing)}; its header reads ${headerSeen(names)}`;
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? layout : `the header names the column ${twice} twice`;
}

/** The columns that rows of these indicators need besides, in one sentence, or undefined when none is missing. */
export function missingForIndicators(
  layout: DashboardLayout,
  indicators: Iterable<FileIndicator>,
): string | undefined {
  for (const indicator of indicators) {
    if (indicator === 'SCIENCE') continue;
    const needed = ['statuslevel', layout.has('change_level') ? 'change_level' : 'changelevel', 'color'];
    if (indicator === 'SUSP') needed.push('type');
    if (indicator === 'ELA' || indicator === 'MATH') needed.push('hscutpoints');
    const missing = needed.filter((name) => !layout.has(name));
    if (missing.length > 0) {
      const seen = headerSeen([...layout.keys()]);
      return `it has rows of ${indicator} but lacks ${columns(missing)}; its header reads ${seen}`;
    }
  }
  return undefined;
}

function columns(names: readonly string[]): string {
  return `the column${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}

function headerSeen(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .join(', ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  return names.length > 12 ? `${shown}, … (${names.length} columns)` : shown;
}
