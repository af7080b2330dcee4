import type { LoadedFile } from '../hub/evidence/evidenceRows.ts';
import type { FileReport } from '../hub/loading/loadFile.store.ts';
import type { RollUps } from '../hub/loading/rollUps.store.ts';

/** What became of one file, in a line or two. */
export function reportText(report: FileReport): string {
  const { file, outcome, layout, rows, cells, facts, suppressed, errors, notes, superseded, remark } = report;
  const findings = [counted(errors, 'error'), counted(notes, 'note')].filter(Boolean).join(' and ');
  switch (outcome) {
    case 'loaded': {
      const parts = [
        counted(rows, 'row'),
        cells > 0 ? `${counted(cells, 'cell')} (${count(suppressed)} suppressed)` : '',
        counted(facts - cells, 'other fact'),
        findings,
      ];
      const line = `${file}: ${parts.filter(Boolean).join(', ')}; layout ${layout}`;
      return superseded.length > 0 ? `${line}\n  takes the place of ${superseded.join(', ')}` : line;
    }
    case 'already loaded':
      return `${file}: ${remark}`;
    case 'refused':
      return `${file}: not loaded, ${findings}${unlisted(report)}`;
    case 'unknown layout':
      return `${file}: not loaded: ${remark}`;
  }
}

/** The last lines of a load. */
export function loadSummary(reports: readonly FileReport[], rollUps: RollUps | null): string {
  const sum = (of: (report: FileReport) => number) => reports.reduce((total, one) => total + of(one), 0);
  const files = (outcome: FileReport['outcome']) => sum((one) => (one.outcome === outcome ? 1 : 0));
  const became = [
    `${files('loaded')} of ${counted(reports.length, 'file')} loaded`,
    files('already loaded') > 0 ? `${files('already loaded')} loaded before` : '',
    files('refused') > 0 ? `${files('refused')} refused` : '',
    files('unknown layout') > 0 ? `${files('unknown layout')} of unknown layout` : '',
  ];
  const held = [
    counted(
      sum(({ rows }) => rows),
      'row',
    ),
    counted(
      sum(({ cells }) => cells),
      'cell',
    ),
    `${count(sum(({ suppressed }) => suppressed))} suppressed`,
    counted(
      sum(({ errors, notes }) => errors + notes),
      'finding',
    ),
  ];
  const lines = [`${became.filter(Boolean).join(', ')}: ${held.filter(Boolean).join(', ')}`];
  if (rollUps) {
    lines.push(
      `made anew: ${count(rollUps.similarPairs)} pairs of similar districts among ${count(rollUps.districts)}, ${count(rollUps.bands)} bands, ${count(rollUps.spreads)} spreads, ${count(rollUps.expectations)} expectations`,
    );
  }
  return lines.join('\n');
}

/** The files that were loaded, newest first, a line each. */
export function fileListText(files: readonly LoadedFile[]): string {
  if (files.length === 0) return 'No file is loaded. Load some with "tandem evidence load PATH…".';
  return files
    .map(
      ({ name, layout, rows, facts, suppressed, loadedAt, supersededAt, sha256 }) =>
        `${loadedAt.toISOString().slice(0, 16).replace('T', ' ')}  ${name}  ${layout}  ${count(rows)} rows, ${count(facts)} facts, ${count(suppressed)} suppressed  sha256 ${sha256.slice(0, 12)}…${supersededAt ? '  superseded' : ''}`,
    )
    .join('\n');
}

function unlisted({ errors, notes, findings }: FileReport): string {
  const more = errors + notes - findings.length;
  return more > 0 ? ` (${count(more)} more than are listed)` : '';
}

function counted(number: number, word: string): string {
  return number === 0 ? '' : `${count(number)} ${word}${number === 1 ? '' : 's'}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
