import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findingsCsv } from '../intake/findingsCsv.ts';
import { writeFindingsWorkbook } from '../intake/writeFindingsWorkbook.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { download } from './download.ts';
import { type ListedFinding, selectFindings } from './findings.store.ts';
import { readFindingsWanted } from './findingsAddress.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostRows = 1_000_000;

/** The findings as files: the same columns as `tandem vault load --findings` writes. */
export const findingFilePages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/findings.csv',
    answer: async (ask) =>
      download(ask, 'findings.csv', 'text/csv; charset=utf-8', findingsCsv(await wantedByFile(ask))),
  },
  {
    method: 'get',
    path: '/findings.xlsx',
    answer: async (ask) => {
      const path = join(ask.uploads, `findings-${crypto.randomUUID()}.xlsx`);
      try {
        await writeFindingsWorkbook(path, await wantedByFile(ask));
        return download(ask, 'findings.xlsx', workbookType, Uint8Array.from(readFileSync(path)));
      } finally {
        rmSync(path, { force: true });
      }
    },
  },
];

async function wantedByFile(
  ask: VaultAsk,
): Promise<{ readonly file: string; readonly findings: readonly ListedFinding[] }[]> {
  const wanted = readFindingsWanted((name) => ask.context.req.query(name));
  const all = await selectFindings(ask.vault, wanted, 0, mostRows);
  const byFile = Map.groupBy(all, ({ file_id }) => file_id);
  return [...byFile.values()].map((findings) => ({ file: findings[0]?.file ?? '', findings }));
}
