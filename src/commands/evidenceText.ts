import type { LoadedFile } from '../hub/evidence/evidenceRows.ts';
import type { FileReport } from '../hub/evidence/loadFile.ts';
import type { RollUps } from '../hub/evidence/rollUps.store.ts';

/** What became of one file, in a line or two. */
export function reportText(report: FileReport): string {
  const { file, outcome, layout, rows, cells, facts, suppressed, errors, notes, superseded, remark } = report;
  const findings = [counted(errors, 'error'), counted(notes, 'note')].filter(Boolean).join(' and ');
  switch (outcome) {
    case 'loaded': {
      const lines = [
        `${file}: ${[`${count(rows)} rows`, `${count(cells)} cells (${count(suppressed)} suppressed)`, otherFacts(facts - cells), findings].filter(Boolean).join(', ')}; layout ${layout}`,
      ];
      if (superseded.length > 0) lines.push(`  takes the place of ${superseded.join(', ')}`);
      return lines.join('\n');
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
  const total = (of: (report: FileReport) => number) => count(reports.reduce((sum, one) => sum + of(one), 0));
  const files = (outcome: FileReport['outcome']) => reports.filter((one) => one.outcome === outcome).length;
  const lines = [
    `${[
      `${files('loaded')} of ${reports.length} ${reports.length === 1 ? 'file' : 'files'} loaded`,
      files('already loaded') > 0 && `${files('already loaded')} loaded before`,
      files('refused') > 0 && `${files('refused')} refused`,
      files('unknown layout') > 0 && `${files('unknown layout')} of unknown layout`,
    ]
      .filter(Boolean)
      .join(
        ', ',
      )}: ${total(({ rows }) => rows)} rows, ${total(({ cells }) => cells)} cells, ${total(({ suppressed }) => suppressed)} suppressed, ${total(({ errors, notes }) => errors + notes)} findings`,
  ];
  if (rollUps) {
    lines.push(
      `made anew: ${count(rollUps.similarPairs)} pairs of similar districts among ${count(rollUps.districts)}, ${count(rollUps.bands)} bands, ${count(rollUps.spreads)} spreads`,
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

function otherFacts(number: number): string {
  return number > 0 ? `${count(number)} other facts` : '';
}

function counted(number: number, word: string): string {
  return number === 0 ? '' : `${count(number)} ${word}${number === 1 ? '' : 's'}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
