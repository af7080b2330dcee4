import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, OperatorView, PartnershipId, PersonId, View } from '../store/view.ts';

const sql = readStatements(import.meta.url, [
  'insertArrival',
  'selectArrivals',
  'selectWaitingArrivals',
  'lockArrival',
  'decideArrival',
  'selectPartnershipBySlug',
]);

const ArrivalRow = z.object({
  id: z.string(),
  cds: z.string().nullable(),
  via: z.enum(['page', 'push', 'command']),
  sha256: z.string(),
  bytes: z.number(),
  state: z.enum(['checking', 'accepted', 'held already', 'refused']),
  sentences: z.array(z.string()),
  releaseHash: z.string().nullable(),
  arrivedAt: z.date(),
  decidedAt: z.date().nullable(),
  personName: z.string().nullable(),
});
/** A file that came to the door as a release, and what became of it. */
export type Arrival = z.infer<typeof ArrivalRow>;

const WaitingRow = z.object({ partnershipId: z.string(), arrivalId: z.string() });
export type WaitingArrival = z.infer<typeof WaitingRow>;

const LockedRow = z.object({
  file: z.instanceof(Uint8Array),
  cds: z.string().nullable(),
  onlyGrant: z.string().nullable(),
  isTokenRevoked: z.boolean(),
  via: ArrivalRow.shape.via,
  personId: z.string().nullable(),
});

/** Who brought a file, and by which way. */
export type Bringer = {
  readonly via: Arrival['via'];
  /** Whose release it must be; null: whichever it names (the operator's command). */
  readonly districtId: DistrictId | null;
  readonly personId: PersonId | null;
  readonly tokenId: string | null;
};

/** Keeps a file that is to be checked; its id. */
export async function insertArrival(
  view: View,
  partnershipId: PartnershipId,
  file: Uint8Array,
  bringer: Bringer,
  at: Date,
): Promise<string> {
  const arrivalId = newUuid(at);
  const sha256 = createHash('sha256').update(file).digest('hex');
  await view.run(sql.insertArrival, {
    partnershipId,
    arrivalId,
    ...bringer,
    sha256,
    bytes: file.byteLength,
    file,
    at,
  });
  return arrivalId;
}

/** The newest 50 files that came. */
export function selectArrivals(view: View, partnershipId: PartnershipId): Promise<Arrival[]> {
  return view.rows(sql.selectArrivals, { partnershipId, arrivalId: null }, ArrivalRow);
}

export function selectOptionalArrival(
  view: View,
  partnershipId: PartnershipId,
  arrivalId: string,
): Promise<Arrival | undefined> {
  return view.optionalRow(sql.selectArrivals, { partnershipId, arrivalId }, ArrivalRow);
}

/** Files that wait to be checked, whichever partnership they came to. */
export function selectWaitingArrivals(view: OperatorView): Promise<WaitingArrival[]> {
  return view.rows(sql.selectWaitingArrivals, {}, WaitingRow);
}

/** A waiting file, kept so to the end of the transaction; undefined when it was decided meanwhile. */
export function lockArrival(
  view: OperatorView,
  waiting: WaitingArrival,
): Promise<z.infer<typeof LockedRow> | undefined> {
  return view.optionalRow(sql.lockArrival, waiting, LockedRow);
}

/** What became of a file; a refused one leaves its hash and the sentences, nothing of its content. */
export type Decision = {
  readonly state: Exclude<Arrival['state'], 'checking'>;
  readonly sentences: readonly string[];
  readonly releaseHash: string | null;
};

export async function decideArrival(
  view: OperatorView,
  waiting: WaitingArrival,
  { state, sentences, releaseHash }: Decision,
  at: Date,
): Promise<void> {
  await view.run(sql.decideArrival, {
    ...waiting,
    state,
    sentences: JSON.stringify(sentences),
    releaseHash,
    at,
  });
}

/** The partnership that a release names; undefined when this hub has none such. */
export async function selectOptionalPartnershipId(
  view: OperatorView,
  slug: string,
): Promise<PartnershipId | undefined> {
  const row = await view.optionalRow(
    sql.selectPartnershipBySlug,
    { slug },
    z.object({ partnershipId: z.string() }),
  );
  return row?.partnershipId;
}
