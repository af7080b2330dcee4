import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from './engagement.ts';
import { type EngagementWritten, insertTold, lockEngagement, type Told } from './engagements.store.ts';
import type { PilotDraft, PilotResultDraft, ProductDraft, UseDraft } from './productDraft.ts';
import { type PilotResultId, pilotResults } from './pilotResults.ts';

const sql = readStatements(import.meta.url, [
  'selectProductVersions',
  'selectProductUses',
  'selectPilots',
  'selectSignOffs',
  'insertProductVersion',
  'insertProductUse',
  'insertPilot',
  'insertPilotResult',
  'insertSignOff',
]);

const ProductRow = z.object({
  version: z.number(),
  words: z.string(),
  place: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const UseRow = z.object({
  districtId: z.string(),
  use: z.number(),
  version: z.number(),
  adaptation: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const PilotRow = z.object({
  id: z.string(),
  districtId: z.string(),
  version: z.number(),
  name: z.string(),
  place: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  result: z.enum(pilotResults.map(({ id }) => id) as [PilotResultId, ...PilotResultId[]]).nullable(),
  words: z.string().nullable(),
  toldAt: z.date().nullable(),
  toldBy: z.string().nullable(),
});
const SignOffRow = z.object({
  version: z.number(),
  districtId: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type ProductVersion = z.infer<typeof ProductRow>;
export type ProductUse = z.infer<typeof UseRow>;
/** One district tries a version; no result while nobody has said what came of it. */
export type Pilot = z.infer<typeof PilotRow>;
export type SignOff = z.infer<typeof SignOffRow>;

/** What a joint development has made so far: versions newest first, uses and signatures oldest first. */
export type Product = {
  readonly versions: readonly ProductVersion[];
  readonly uses: readonly ProductUse[];
  readonly pilots: readonly Pilot[];
  readonly signOffs: readonly SignOff[];
};

export async function selectProduct(view: MemberView, engagementId: string): Promise<Product> {
  const key = { partnershipId: view.member.partnership.id, engagementId };
  return {
    versions: await view.rows(sql.selectProductVersions, key, ProductRow),
    uses: await view.rows(sql.selectProductUses, key, UseRow),
    pilots: await view.rows(sql.selectPilots, key, PilotRow),
    signOffs: await view.rows(sql.selectSignOffs, key, SignOffRow),
  };
}

type Key = { readonly partnershipId: string; readonly engagementId: string };

/** Runs with the engagement locked, when its product still has the version `basedOn` and the work is under way. */
async function onVersion(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  write: (current: Engagement, key: Key) => Promise<boolean>,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  if (current?.progress.productVersion !== basedOn) return { done: false, reason: 'changed meanwhile' };
  if (current.mode !== 'joint' || current.state !== 'agreed') return { done: false, reason: 'not now' };
  const key = { partnershipId: view.member.partnership.id, engagementId };
  return (await write(current, key)) ? { done: true } : { done: false, reason: 'not now' };
}

/** Puts the next version of the product forward; signatures under the one before do not count for it. */
export function insertProductVersion(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { draft, told }: { readonly draft: ProductDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onVersion(view, engagementId, basedOn, async (current, key) => {
    const version = basedOn + 1;
    await view.run(sql.insertProductVersion, {
      ...key,
      version,
      ...draft,
      at,
      personId: view.member.personId,
    });
    await insertTold(view, current, told, { version, words: draft.words }, at);
    return true;
  });
}

/** Says which version a district uses, and how it has adapted it. */
export function insertProductUse(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, draft, told }: { readonly districtId: string; readonly draft: UseDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onVersion(view, engagementId, basedOn, async (current, key) => {
    if (draft.version > basedOn) return false;
    const { uses } = await selectProduct(view, engagementId);
    const use = uses.filter((one) => one.districtId === districtId).length + 1;
    const values = { ...key, districtId, use, ...draft, at, personId: view.member.personId };
    await view.run(sql.insertProductUse, values);
    await insertTold(view, current, told, { ...draft }, at);
    return true;
  });
}

/** Plans a pilot of the newest version in a district. */
export function insertPilot(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  {
    districtId,
    draft,
    told,
  }: { readonly districtId: string; readonly draft: PilotDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onVersion(view, engagementId, basedOn, async (current, key) => {
    if (basedOn === 0) return false;
    const about = { ...key, pilotId: newUuid(at), districtId, version: basedOn };
    await view.run(sql.insertPilot, { ...about, ...draft, at, personId: view.member.personId });
    await insertTold(view, current, told, { pilot: draft.name, place: draft.place }, at);
    return true;
  });
}

/** Says what came of a pilot of the own district, once. */
export async function insertPilotResult(
  view: MemberView,
  engagementId: string,
  pilot: Pilot,
  { draft, told }: { readonly draft: PilotResultDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  if (!current) return { done: false, reason: 'not now' };
  const key = { partnershipId: view.member.partnership.id, engagementId, pilotId: pilot.id };
  const values = { ...key, ...draft, at, personId: view.member.personId };
  if (!(await view.optionalRow(sql.insertPilotResult, values, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertTold(view, current, told, { pilot: pilot.name, result: draft.result, words: draft.words }, at);
  return { done: true };
}

/** Signs the newest version off for a district: refused when it is not the one that was read. */
export function insertSignOff(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, told }: { readonly districtId: string; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onVersion(view, engagementId, basedOn, async (current, key) => {
    const values = { ...key, version: basedOn, districtId, at, personId: view.member.personId };
    if (basedOn === 0 || !(await view.optionalRow(sql.insertSignOff, values, z.object({ id: z.string() }))))
      return false;
    await insertTold(view, current, told, { version: basedOn }, at);
    return true;
  });
}
