import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { CellInterval } from '../disclosure/auditSuppression.ts';
import { auditTable } from '../disclosure/auditTable.ts';
import { parseJj } from '../disclosure/parseJj.ts';
import { parseTable } from '../disclosure/parseTable.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import { loadSolver } from '../disclosure/solver.ts';
import type { ParsedTable, Table } from '../disclosure/table.ts';
import type { AuditedCell, TableAnswer, TableMessage, TableQuestion } from './tableQuestion.ts';

const question = workerData as TableQuestion;

function post(message: TableMessage): void {
  parentPort?.postMessage(message);
}

function readTable({ bytes, isJj }: TableQuestion): ParsedTable {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(zipped ? gunzipSync(bytes) : bytes);
  } catch {
    return {
      ok: false,
      problems: [zipped ? 'the compressed file is cut off or broken' : 'the file is not UTF-8 text'],
    };
  }
  return isJj || /^\s*0\s*\n/.test(text) ? parseJj(text) : parseTable(text);
}

async function answer(): Promise<TableAnswer> {
  const began = performance.now();
  const read = readTable(question);
  if (!read.ok) return { kind: 'problems', problems: read.problems };
  const { table } = read;
  post({
    progress: `${table.cells.length.toLocaleString('en')} cells, ${table.relations.length.toLocaleString('en')} relations read`,
  });
  const solver = await loadSolver();
  const id = (cell: number) => table.cells[cell]?.id ?? '';
  const seconds = () => (performance.now() - began) / 1000;
  const unguarded = table.cells.filter(asksNothing).length;
  if (question.task.kind === 'audit') {
    const { status, audit } = auditTable(solver, table, question.task.every, (done) =>
      post({ progress: `${done.toLocaleString('en')} cells audited` }),
    );
    return {
      kind: 'audited',
      status,
      audit: audit.map((one) => audited(table, one)),
      seconds: seconds(),
      unguarded,
    };
  }
  const { objective = table.objective, timeLimit } = question.task;
  const result = protectTable(solver, table, {
    objective,
    clock: () => performance.now() / 1000,
    seconds: timeLimit - seconds(),
    tell: (phase) => post({ progress: progressLine(phase) }),
  });
  if (!result.ok) {
    const primary = table.cells.filter(({ status }) => status === 'sensitive').map((cell) => cell.id);
    return { kind: 'infeasible', cell: id(result.cell), reason: result.reason, primary, seconds: seconds() };
  }
  return {
    kind: 'protected',
    status: result.status,
    suppressed: result.suppressed.map(id),
    primary: result.primary.map(id),
    secondary: result.secondary.map(id),
    objective: result.objective,
    bound: result.bound,
    audit: result.audit.map((one) => audited(table, one)),
    seconds: seconds(),
    measure: objective,
    cells: table.cells.length,
    unguarded,
  };
}

function asksNothing({ status, protectLower, protectUpper, protectWidth }: Table['cells'][number]): boolean {
  return status === 'sensitive' && protectLower === 0 && protectUpper === 0 && protectWidth === 0;
}

function audited(table: Table, one: CellInterval): AuditedCell {
  const { id, value, protectLower, protectUpper, protectWidth } = table.cells[
    one.cell
  ] as Table['cells'][number];
  const width = Math.max(protectLower + protectUpper, protectWidth);
  return { id, value, lower: one.lower, upper: one.upper, protected: one.protected, width, exact: one.exact };
}

function progressLine(phase: Parameters<NonNullable<Parameters<typeof protectTable>[2]['tell']>>[0]): string {
  if (phase.phase === 'attacked')
    return `attacked as it stands: ${phase.exposed.toLocaleString('en')} sensitive cells exposed`;
  if (phase.phase === 'audited') return `${phase.cells.toLocaleString('en')} cells audited`;
  return `best so far ${phase.cost.toLocaleString('en')}, no less than ${phase.bound.toLocaleString('en')}`;
}

post({ answer: await answer() });
