import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { LedgerMapping } from './ledgerMapping.ts';
import type { LedgerReading } from './readLedgerLines.ts';
import type { LedgerHolding } from './resourceKinds.ts';
import type { ResourceWritten } from './sources.store.ts';

const sql = readStatements(import.meta.url, [
  'selectLedgerImports',
  'selectLedgerFile',
  'lockLedger',
  'insertLedgerImport',
  'updateLedgerMapping',
  'applyLedgerImport',
  'supersedeLedgerImport',
  'discardLedgerImport',
  'insertResourceLines',
  'selectResourceLines',
]);

const holds = z.enum(['spending', 'budget']);
const ImportRow = z.object({
  id: z.string(),
  districtId: z.string(),
  holds,
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  state: z.enum(['waiting', 'applied', 'superseded', 'discarded']),
  version: z.number(),
  mapping: z.record(z.string(), z.string()).nullable(),
  fromDay: z.string().nullable(),
  untilDay: z.string().nullable(),
  lines: z.number().nullable(),
  totalCents: z.number().nullable(),
  leftOut: z.number().nullable(),
  replaces: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
});
/** An export of a district's ledger that was handed in, and what became of it. */
export type LedgerImport = z.infer<typeof ImportRow>;

const LineRow = z.object({
  importId: z.string(),
  districtId: z.string(),
  holds,
  line: z.number(),
  day: z.string(),
  description: z.string(),
  reference: z.string(),
  resourceCode: z.string(),
  objectCode: z.string(),
  amountCents: z.number(),
});
/** A line of a district's ledger; cents above zero are spent or budgeted, below zero given back. */
export type ResourceLine = z.infer<typeof LineRow>;

const Id = z.object({ id: z.string() });

/** Every ledger file that was handed in, newest first. */
export function selectLedgerImports(view: MemberView): Promise<LedgerImport[]> {
  const values = { partnershipId: view.member.partnership.id, importId: null };
  return view.rows(sql.selectLedgerImports, values, ImportRow);
}

export function selectOptionalLedgerImport(
  view: MemberView,
  importId: string,
): Promise<LedgerImport | undefined> {
  const values = { partnershipId: view.member.partnership.id, importId };
  return view.optionalRow(sql.selectLedgerImports, values, ImportRow);
}

/** The bytes of a file that waits to be applied; undefined once it was decided. */
export async function selectOptionalLedgerFile(
  view: MemberView,
  importId: string,
): Promise<Uint8Array | undefined> {
  const values = { partnershipId: view.member.partnership.id, importId };
  const row = await view.optionalRow(
    sql.selectLedgerFile,
    values,
    z.object({ file: z.instanceof(Uint8Array) }),
  );
  return row?.file;
}

/** Every line of the files that are applied, by day. */
export function selectResourceLines(view: MemberView): Promise<ResourceLine[]> {
  const values = { partnershipId: view.member.partnership.id, importId: null };
  return view.rows(sql.selectResourceLines, values, LineRow);
}

/** The lines of one file, whether it is applied or superseded. */
export function selectLinesOfImport(view: MemberView, importId: string): Promise<ResourceLine[]> {
  const values = { partnershipId: view.member.partnership.id, importId };
  return view.rows(sql.selectResourceLines, values, LineRow);
}

export type NewLedgerFile = {
  readonly districtId: DistrictId;
  readonly holds: LedgerHolding;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mapping: LedgerMapping | null;
  readonly period: { readonly fromDay: string; readonly untilDay: string } | null;
};

/** `known`: the same bytes were handed in before and wait, or are applied: nothing was changed. */
export type LedgerBrought = { readonly id: string; readonly known: boolean };

/** Keeps a ledger file until somebody applies it. The same file twice changes nothing. */
export async function insertLedgerImport(
  view: MemberView,
  file: NewLedgerFile,
  at: Date,
): Promise<LedgerBrought> {
  const { personId, partnership } = view.member;
  await lockLedger(view, file.districtId);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const same = (await selectLedgerImports(view)).find(
    (one) =>
      one.sha256 === sha256 &&
      one.districtId === file.districtId &&
      one.holds === file.holds &&
      (one.state === 'waiting' || one.state === 'applied'),
  );
  if (same) return { id: same.id, known: true };
  const id = newUuid(at);
  const { districtId, holds: kind, fileName, bytes, mapping, period } = file;
  await view.run(sql.insertLedgerImport, {
    partnershipId: partnership.id,
    importId: id,
    districtId,
    holds: kind,
    fileName,
    sha256,
    bytes: bytes.length,
    file: bytes,
    mapping: mapping && JSON.stringify(mapping),
    fromDay: period?.fromDay ?? null,
    untilDay: period?.untilDay ?? null,
    at,
    personId,
  });
  const detail = { title: fileName, districtId, holds: kind, sha256 };
  await insertMemberAct(view, { act: 'brought a ledger file', subject: `ledger file ${id}`, detail }, at);
  return { id, known: false };
}

/** Says which column is what, and which days the file covers. */
export async function updateLedgerMapping(
  view: MemberView,
  importId: string,
  basedOn: number,
  mapping: LedgerMapping,
  period: { readonly fromDay: string; readonly untilDay: string },
): Promise<ResourceWritten> {
  const key = { partnershipId: view.member.partnership.id, importId, version: basedOn + 1 };
  const values = { ...key, mapping: JSON.stringify(mapping), ...period };
  const done = await view.optionalRow(sql.updateLedgerMapping, values, Id);
  return done ? { done: true } : { done: false, reason: 'changed meanwhile' };
}

/** Rows of one statement: a JSON text of some megabytes. */
const chunk = 5000;

/** Applies a file whole: its lines, the file it replaces and the audit line are one transaction. */
export async function applyLedgerImport(
  view: MemberView,
  file: LedgerImport,
  { reading, replaces }: { readonly reading: LedgerReading; readonly replaces: LedgerImport | undefined },
  at: Date,
): Promise<ResourceWritten> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, importId: file.id };
  const { lines, totalCents, leftOut } = reading;
  const applied = await view.optionalRow(
    sql.applyLedgerImport,
    {
      ...key,
      version: file.version + 1,
      lines: lines.length,
      totalCents,
      leftOut,
      replaces: replaces?.id ?? null,
      at,
      personId,
    },
    Id,
  );
  if (!applied) return { done: false, reason: 'changed meanwhile' };
  if (replaces)
    await view.run(sql.supersedeLedgerImport, { partnershipId: partnership.id, importId: replaces.id });
  for (let i = 0; i < lines.length; i += chunk)
    await view.run(sql.insertResourceLines, { ...key, lines: JSON.stringify(lines.slice(i, i + chunk)) });
  const { fileName, districtId, fromDay, untilDay } = file;
  const detail = {
    title: fileName,
    districtId,
    holds: file.holds,
    fromDay,
    untilDay,
    lines: lines.length,
    totalCents,
    replaces: replaces?.fileName ?? null,
  };
  await insertMemberAct(
    view,
    { act: 'applied a ledger file', subject: `ledger file ${file.id}`, detail },
    at,
  );
  return { done: true };
}

/** Sets a waiting file aside; its bytes are forgotten. */
export async function discardLedgerImport(
  view: MemberView,
  file: LedgerImport,
  at: Date,
): Promise<ResourceWritten> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, importId: file.id, version: file.version + 1 };
  if (!(await view.optionalRow(sql.discardLedgerImport, { ...key, at, personId }, Id)))
    return { done: false, reason: 'changed meanwhile' };
  const detail = { title: file.fileName, districtId: file.districtId };
  const act = { act: 'set a ledger file aside', subject: `ledger file ${file.id}`, detail };
  await insertMemberAct(view, act, at);
  return { done: true };
}

/** Whoever brings or applies a file of this district waits until the transaction that calls this ends. */
export async function lockLedger(view: MemberView, districtId: DistrictId): Promise<void> {
  const ledger = `ledger ${view.member.partnership.id} ${districtId}`;
  await view.rows(sql.lockLedger, { ledger }, z.object({ locked: z.boolean() }));
}
