import type { Page } from 'playwright-core';
import { editSheets, setCell } from '../editSheets.ts';
import { home } from './site.ts';

/** Takes the workbook out, changes a row, brings it back; the path of its differences. */
export async function readKnownSheet(page: Page): Promise<{ readonly sheetPath: string }> {
  const answer = await page.request.get(`${home}/work/sheets/partnership.xlsx`);
  const changed = await editSheets(await answer.body(), (rows, sheet) => {
    const what = rows.find((row) => row.includes('Fresno Unified') && row.includes('open'))?.[3];
    if (sheet === 'Commitments') setCell(rows, String(what), 'What is promised', `${what}, all of it`);
    return rows;
  });
  await page.goto(`${home}/work/sheets`);
  await page.getByLabel('The workbook you changed').setInputFiles({
    name: 'partnership.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(changed),
  });
  await page.getByRole('button', { name: 'Show the differences' }).click();
  await page.getByRole('heading', { name: 'What would change' }).waitFor();
  return { sheetPath: new URL(page.url()).pathname };
}
