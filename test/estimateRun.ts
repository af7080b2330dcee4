import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { estimateCommand } from '../src/commands/estimate.ts';
import type { EstimateReport } from '../src/commands/estimateReport.ts';
import { WrongUse } from '../src/commands/readOptions.ts';

/** Runs the command as `tandem` does; a wrong use is told as its sentence. */
export async function runEstimate(args: string[], stdin = '') {
  const said = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
    stdin: Readable.from([Buffer.from(stdin)]),
  };
  try {
    return { code: await estimateCommand(args, io), ...said };
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return { code: 2, out: said.out, err: error.message };
  }
}

export async function estimateReportOf(args: string[], stdin = ''): Promise<EstimateReport> {
  const { code, out, err } = await runEstimate([...args, '--json'], stdin);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(out.split('\n').length, 2, 'one line of JSON');
  return JSON.parse(out) as EstimateReport;
}

export function near(found: number | null | undefined, expected: number, tolerance = 1e-9): void {
  assert.ok(Math.abs((found ?? NaN) - expected) <= tolerance, `${found} is not ${expected} to ${tolerance}`);
}
