import type { Finding } from '../vocabulary/finding.ts';
import { findingLine } from './findingLine.ts';

const notesOfARule = 3;

/** The lines that tell a file's findings: every error, and of the notes under one rule the first three unless all are asked for. */
export function toldFindings(findings: readonly Finding[], everyNote: boolean): string[] {
  const lines: string[] = [];
  const notes = new Map<string, number>();
  for (const finding of findings) {
    const before = notes.get(finding.rule) ?? 0;
    if (finding.severity === 'note') notes.set(finding.rule, before + 1);
    if (finding.severity === 'error' || everyNote || before < notesOfARule) lines.push(findingLine(finding));
  }
  for (const [rule, number] of everyNote ? [] : notes) {
    if (number > notesOfARule)
      lines.push(
        `  and ${(number - notesOfARule).toLocaleString('en')} more notes of ${rule} (--notes lists them)`,
      );
  }
  return lines;
}
