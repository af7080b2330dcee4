import { hashPack } from '../src/release/hashPack.ts';
import { insertAuditLine } from '../src/hub/audit/audit.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asOperator, type Member } from '../src/hub/store/view.ts';
import { canonicalJson } from '../src/vocabulary/canonicalJson.ts';
import type { Pack } from '../src/vocabulary/pack.ts';
import { exampleSheetPack } from './exampleSheetPack.ts';

export type SealedForTest = { readonly hash: string; readonly pack: Pack; readonly statementId: string };

/**
 * The example pack, sealed in a partnership and signed for both its districts, with a preview of the fact sheet that is open
 * until a day. `asOf` makes it another pack.
 */
export async function sealExamplePack(
  database: Database,
  member: Member,
  { asOf, previewUntil, at }: { asOf: string; previewUntil: string; at: Date },
): Promise<SealedForTest> {
  const pack: Pack = { ...exampleSheetPack, asOf };
  const hash = hashPack(pack);
  const [reviewId, statementId] = [newUuid(at), newUuid(at)];
  const partnershipId = member.partnership.id;
  const { personId } = member;
  await database.transaction(async (connection) => {
    const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
    await run("insert into review values ($1, $2, 'sponsors', 1, $3, $4)", [
      partnershipId,
      reviewId,
      at,
      personId,
    ]);
    await run(
      "insert into review_version values ($1, $2, 1, 'planned', 'Autumn 2026', $3, '2026-07-01', '2026-09-30', null, 21, null, $4, $5)",
      [partnershipId, reviewId, asOf, at, personId],
    );
    await run('insert into pack values ($1, $2, $3, 1, $4, $5, $6, $7)', [
      partnershipId,
      hash,
      reviewId,
      canonicalJson(pack),
      previewUntil,
      at,
      personId,
    ]);
    await run(
      "insert into pack_signature select $1, $2, district_id, 'sponsor', $3, $4 from party where partnership_id = $1",
      [partnershipId, hash, at, personId],
    );
    await run(
      "insert into public_statement values ($1, $2, $3, 'fact-sheet', null, $4, $5, null, $6, $7, null)",
      [partnershipId, statementId, hash, asOf, previewUntil, at, personId],
    );
  });
  const subject = `pack ${hash}`;
  const chain = { partnershipId, personId };
  await asOperator(database, async (view) => {
    await insertAuditLine(view, chain, { act: 'sealed a pack', subject, detail: { packHash: hash } }, at);
    for (const { cds } of pack.districts) {
      const act = { act: 'signed a pack', subject, detail: { packHash: hash, cds } };
      await insertAuditLine(view, chain, act, at);
    }
  });
  return { hash, pack, statementId };
}

/** Every district consents to a public statement. */
export async function consentAll(
  database: Database,
  member: Member,
  statementId: string,
  at: Date,
): Promise<void> {
  await database.transaction((connection) =>
    connection.query(
      "insert into statement_consent select $1, $2, district_id, 1, 'consents', null, null, $3, $4 from party where partnership_id = $1",
      [member.partnership.id, statementId, at, member.personId],
    ),
  );
}
