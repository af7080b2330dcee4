import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { findingsCsv, type FindingsOfFile } from '../intake/findingsCsv.ts';
import { writeFindingsWorkbook } from '../intake/writeFindingsWorkbook.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { download } from './download.ts';
import { type ListedFinding, selectFindings } from './findings.store.ts';
import { readFindingsWanted } from './findingsAddress.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const rowsAtATime = 20_000;

/** More than these are not written into one workbook: that would hold every other page up. */
export const mostInAWorkbook = 20_000;

/** The findings as files: the same columns as `tandem vault load --findings` writes. */
export const findingFilePages: readonly VaultRoute[] = [
  { method: 'get', path: '/findings.csv', answer: csvFile },
  { method: 'get', path: '/findings.xlsx', answer: workbook },
];

/** Read a part at a time, so that other pages are answered in between. */
async function csvFile(ask: VaultAsk): Promise<Response> {
  const wanted = readFindingsWanted((name) => ask.context.req.query(name));
  const parts: string[] = [];
  for (let from = 0; ; from += rowsAtATime) {
    const some = await selectFindings(ask.vault, wanted, from, rowsAtATime);
    if (some.length === 0 && from > 0) break;
    const text = findingsCsv(byFile(some));
    // Only the first part keeps the header.
    parts.push(from === 0 ? text : text.slice(text.indexOf('\r\n') + 2));
    if (some.length < rowsAtATime) break;
  }
  return download(ask, 'findings.csv', 'text/csv; charset=utf-8', parts.join(''));
}

async function workbook(ask: VaultAsk): Promise<Response> {
  const wanted = readFindingsWanted((name) => ask.context.req.query(name));
  const found = await selectFindings(ask.vault, wanted, 0, mostInAWorkbook + 1);
  if (found.length > mostInAWorkbook) {
    throw new Refusal(
      `A workbook takes at most ${formatNumber(mostInAWorkbook)} findings. Choose a file or a rule, or download all of them as CSV.`,
    );
  }
  const path = join(ask.uploads, `findings-${randomUUID()}.xlsx`);
  try {
    await writeFindingsWorkbook(path, byFile(found));
    return download(ask, 'findings.xlsx', workbookType, Uint8Array.from(readFileSync(path)));
  } finally {
    rmSync(path, { force: true });
  }
}

function byFile(findings: readonly ListedFinding[]): FindingsOfFile[] {
  const grouped = Map.groupBy(findings, ({ file_id }) => file_id);
  return [...grouped.values()].map((own) => ({ file: own[0]?.file ?? '', findings: own }));
}
