import type { Finding } from '../vocabulary/finding.ts';

/** A finding on one line: `file:12: column currdenom: what is wrong; what to do (rule)`. */
export function findingLine({ file, line, column, message, remedy, rule }: Finding): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${column === null ? '' : `column ${column}: `}${message}; ${remedy} (${rule})`;
}
