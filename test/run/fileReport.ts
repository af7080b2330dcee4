import type { FileResult } from './runTestFile.ts';

const mostOutputLines = 200;

/** One line for a file where all went well; the failed cases and what the file printed, in full, otherwise. */
export function fileReport(result: FileResult): string {
  const failed = result.cases.filter((one) => one.outcome === 'failed');
  const mark = failed.length > 0 ? 'FAIL' : '  ok';
  const counts = `${result.cases.length} ${result.cases.length === 1 ? 'case' : 'cases'}`;
  const head = `${mark}  ${result.file}  ${counts}  ${result.seconds.toFixed(1)} s`;
  if (failed.length === 0) return head;
  const reasons = failed.map((one) => `      ✗ ${one.name}\n${indent(one.why)}`);
  const printed = result.output.trim()
    ? [`      It printed:\n${indent(lastLines(result.output.trim()))}`]
    : [];
  return [head, ...reasons, ...printed].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '        ');
}

function lastLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= mostOutputLines) return text;
  return [`(${lines.length - mostOutputLines} lines before these)`, ...lines.slice(-mostOutputLines)].join(
    '\n',
  );
}
