import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { selectOptionalDraft } from '../../src/vault/release/releases.store.ts';
import { sealDraft } from '../../src/vault/release/sealDraft.store.ts';
import { signDraft } from '../../src/vault/release/signDraft.store.ts';
import { registerSigner } from '../../src/vault/release/signers.store.ts';
import { keyOf, newSigner } from '../exampleRelease.ts';
import { type PagesUnderTest, pagesUnderTest } from './pagesUnderTest.ts';
import { exampleGrant, fillReleaseDistrict } from './releaseDistrict.ts';

const at = new Date('2026-11-25T08:00:00Z');
let pages: PagesUnderTest;
before(async () => {
  pages = await pagesUnderTest();
  await fillReleaseDistrict(pages.vault);
  await measureVault(pages.vault, { year: 2024, measure: 'math_met_pct', now: () => at });
});
after(() => pages.close());

async function prepare(form: Readonly<Record<string, string>>) {
  const taken = await pages.post('/release/prepare', form);
  return taken.location ? pages.ended(taken.location) : taken;
}

test('a vault without a draft says what one is; a text that is no grant is shown again with its reason', async () => {
  assert.match((await pages.get('/release')).text, /No draft stands\./);
  const wrong = await prepare({ grant: '{"id": 7}' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /This is no grant: format is not as a grant says it/);
  assert.match(wrong.text, /\{&quot;id&quot;: 7\}/);
  const foreign = await prepare({ grant: JSON.stringify(exampleGrant({ from: '19647250000000' })) });
  assert.match(
    foreign.text,
    /The grant is given by district 19647250000000; this is the vault of Fresno Unified/,
  );
});

test('a grant becomes a draft: figures, reasons, proof, the hash to sign, and every cell with what can be found', async () => {
  const done = await prepare({ grant: JSON.stringify(exampleGrant({ embargoDays: 14 })) });
  assert.match(done.text, /The draft of release 1 is kept in the vault\./);
  const draft = await selectOptionalDraft(pages.vault);
  assert.ok(draft);
  const page = await pages.get('/release');
  for (const words of [
    /Draft of release 1/,
    /nobody has signed it/,
    /Under embargo until December 9, 2026/,
    /Withheld: too few students/,
    /No group of fewer than 11 students is shown/,
    /It is the first release of this vault/,
    /Nobody may sign yet/,
    new RegExp(draft.hash),
  ])
    assert.match(page.text, words);
  const cells = await pages.get('/release/cells?table=math_met_pct-2024');
  assert.match(cells.text, /Bakman Elementary, all grades, English learners/);
  assert.match(cells.text, /few students/);
  const all = await pages.get('/release/cells?view=all&page=9');
  assert.equal(
    all.text.match(/<tr role="row">/g)?.length,
    1 + draft.release.tables.flatMap((one) => one.cells).length,
  );
  const csv = await pages.get('/release/cells.csv');
  assert.match(csv.headers.get('content-disposition') ?? '', /draft-1-cells\.csv/);
  assert.equal(pages.faults.length, 0);
});

test('signed and sealed it is in the account; the next draft says what changed, and is taken back with a reason', async () => {
  const draft = await selectOptionalDraft(pages.vault);
  for (const signer of [newSigner('Ana Ruiz'), newSigner('Ben Cho', 'Privacy counsel')]) {
    const { privateKey } = signer;
    await registerSigner(pages.vault, keyOf(signer), { at, by: 'maria' });
    await signDraft(pages.vault, { hash: draft?.hash ?? '', privateKey, at });
  }
  const signed = await pages.get('/release');
  assert.match(signed.text, /signed by Ana Ruiz and Ben Cho/);
  assert.match(
    signed.text,
    /keys of Ana Ruiz and Ben Cho were registered by the same account of the machine \(maria\) within a minute/,
  );
  assert.match(signed.text, /tandem vault release fresno seal/);
  await sealDraft(pages.vault, at);
  assert.match((await pages.get('/release')).text, /What has left this vault/);
  const again = await prepare({ grant: JSON.stringify(exampleGrant()) });
  assert.match(again.text, /Say that these take their place/);
  await prepare({ grant: JSON.stringify(exampleGrant({ lastYear: 2025 })), supersedes: '1' });
  const next = await pages.get('/release');
  assert.match(next.text, /What changed since release 1/);
  assert.match(next.text, /34 cells the same; 0 cells with another figure/);
  await pages.post('/release/withdraw', { why: 'a file was missing' });
  assert.equal(await selectOptionalDraft(pages.vault), undefined);
  const missing = await pages.post('/release/withdraw', { why: 'twice' });
  assert.equal(missing.status, 409);
});
