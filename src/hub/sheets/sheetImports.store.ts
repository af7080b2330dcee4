import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['insertSheetImport', 'selectSheetImport', 'insertSheetApplied']);

const ImportRow = z.object({
  districtId: z.string(),
  fileName: z.string(),
  file: z.instanceof(Uint8Array),
  madeAt: z.date(),
  madeById: z.string(),
  appliedAt: z.date().nullable(),
  changes: z.number().nullable(),
});
/** A workbook that was brought back. */
export type SheetImport = z.infer<typeof ImportRow>;

/** Keeps a workbook while its differences are looked at; answers its id. */
export async function insertSheetImport(
  view: MemberView,
  districtId: DistrictId,
  { fileName, file }: { readonly fileName: string; readonly file: Uint8Array },
  at: Date,
): Promise<string> {
  const importId = newUuid(at);
  const { personId, partnership } = view.member;
  await view.run(sql.insertSheetImport, {
    partnershipId: partnership.id,
    importId,
    districtId,
    fileName: fileName.slice(0, 200),
    file,
    at,
    personId,
  });
  return importId;
}

export function selectOptionalSheetImport(
  view: MemberView,
  importId: string,
): Promise<SheetImport | undefined> {
  return view.optionalRow(
    sql.selectSheetImport,
    { partnershipId: view.member.partnership.id, importId },
    ImportRow,
  );
}

/** Notes that a workbook is applied, in the transaction that does it; false when it was before. */
export async function noteSheetApplied(
  view: MemberView,
  importId: string,
  changes: number,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const noted = await view.optionalRow(
    sql.insertSheetApplied,
    { partnershipId: partnership.id, importId, at, personId, changes },
    z.object({ id: z.string() }),
  );
  return noted !== undefined;
}
