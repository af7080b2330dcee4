import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { type PrepareAsked, prepareRelease } from '../../src/vault/release/prepareRelease.store.ts';
import { previewCsv } from '../../src/vault/release/previewCsv.ts';
import { previewRows } from '../../src/vault/release/previewRows.ts';
import { protectInThread } from '../../src/vault/release/protectInThread.ts';
import { reasonTally } from '../../src/vault/release/reasonTally.ts';
import {
  selectAccount,
  selectDisclosures,
  selectOptionalDraft,
  selectWithdrawn,
} from '../../src/vault/release/releases.store.ts';
import { sealDraft, selectSealed } from '../../src/vault/release/sealDraft.store.ts';
import { signDraft } from '../../src/vault/release/signDraft.store.ts';
import { endSigner, registerSigner } from '../../src/vault/release/signers.store.ts';
import { withdrawDraft } from '../../src/vault/release/withdrawDraft.store.ts';
import { checkKnownChain } from '../../src/release/checkChain.ts';
import { readRelease } from '../../src/release/readRelease.ts';
import { checkSignatures } from '../../src/release/checkSignatures.ts';
import { makeProvenKey } from '../../src/release/provenKey.ts';
import { type Signer } from '../../src/release/signRelease.ts';
import { sealRelease } from '../../src/release/sealRelease.ts';
import { canonicalJson } from '../../src/vocabulary/canonicalJson.ts';
import { keyOf, newSigner } from '../exampleRelease.ts';
import { handMadeVault } from './measuredDistrict.ts';
import { exampleGrant, fillReleaseDistrict } from './releaseDistrict.ts';

const vault = { ...(await handMadeVault({})), district: { cds: '10621660000000', name: 'Fresno Unified' } };
after(() => vault.close());
await fillReleaseDistrict(vault);
const at = new Date('2026-11-25T08:00:00Z');
await measureVault(vault, { year: 2024, measure: 'math_met_pct', now: () => at });

const asked = (changed: Partial<PrepareAsked> = {}): PrepareAsked => ({
  grant: exampleGrant(),
  now: at,
  made: { software: 'tandem 0.0.0', solver: 'HiGHS' },
  protect: protectInThread,
  seconds: 2,
  ...changed,
});
const [ana, ben] = [newSigner('Ana Ruiz'), newSigner('Ben Cho', 'Privacy counsel')] as const;
const register = (signer: Signer) => registerSigner(vault, keyOf(signer), { at, by: 'maria' });
const sign = (hash: string, { privateKey }: Signer) => signDraft(vault, { hash, privateKey, at });

test('a grant of another district, time, measure or year, and counts that are not there, prepare nothing', async () => {
  const refused = (grant: ReturnType<typeof exampleGrant>, words: RegExp, more: Partial<PrepareAsked> = {}) =>
    assert.rejects(prepareRelease(vault, asked({ grant, ...more })), words);
  await refused(
    exampleGrant({ from: '19647250000000' }),
    /given by district 19647250000000; this is the vault of Fresno/,
  );
  await refused(
    exampleGrant({ validUntil: '2026-11-24' }),
    /^Refusal: The grant ended on 2026-11-24\. Nothing can be released/,
  );
  await refused(exampleGrant(), /does not name suspension\. It names: math_met_pct/, {
    measures: ['suspension'],
  });
  await refused(exampleGrant(), /goes from 2023 to 2026, not to 2022/, { year: 2022 });
  await refused(exampleGrant({ measures: ['ela_met_pct'] }), /Nothing of what is asked for has been counted/);
  assert.equal(await selectOptionalDraft(vault), undefined);
});

test('a draft of 34 cells hides the 8 learners of one school and what would tell of them, and says why', async () => {
  const { draft, kept } = await prepareRelease(vault, asked());
  assert.equal(kept, false);
  const { release } = draft;
  assert.deepEqual([release.sequence, release.previous, release.embargoUntil], [1, null, null]);
  assert.equal(draft.hash, createHash('sha256').update(canonicalJson(release)).digest('hex'));
  const { shown, coded, suppressed, narrowest } = release.certificate;
  const cells = release.tables.flatMap((table) => table.cells);
  assert.equal(shown + coded + suppressed, cells.length);
  assert.ok(suppressed >= 6 && narrowest !== null && narrowest >= 1);
  const hidden = cells.find(
    ({ place, grade, group }) => place.endsWith('02') && grade === 'all' && group === 'EL',
  );
  assert.deepEqual(hidden?.seen, 'suppressed');
  const told = reasonTally(draft);
  assert.equal(
    told.reduce((sum, one) => sum + one.cells, 0),
    cells.length,
  );
  const [withheld] = previewRows(draft).filter(({ cell }) => cell === hidden);
  assert.equal(withheld?.hidden?.why, 'few students');
  const csv = previewCsv(previewRows(draft), new Map([['10621660000002', 'Bakman']]));
  assert.match(csv, /^math_met_pct,2024,10621660000002,Bakman,all,EL,suppressed,withheld,few students,/m);
});

test('every group in every grade of every school is told only when it is asked for: 48 cells in the place of 34', async () => {
  const cellsOf = ({ draft }: Awaited<ReturnType<typeof prepareRelease>>) =>
    draft.release.tables.flatMap(({ cells }) => cells);
  const all = cellsOf(await prepareRelease(vault, asked({ detail: 'all' })));
  const usual = cellsOf(await prepareRelease(vault, asked()));
  assert.deepEqual([all.length, usual.length], [48, 34]);
  assert.ok(
    !usual.some(({ place, grade, group }) => place.endsWith('02') && grade === '5' && group === 'EL'),
  );
});

test('the same draft prepared twice is the same bytes, a day later too; and in another vault of the same students', async () => {
  const [first, again] = [
    await prepareRelease(vault, asked()),
    await prepareRelease(vault, asked({ now: new Date('2026-11-26T08:00:00Z') })),
  ];
  assert.deepEqual([first.kept, again.kept, again.draft.hash], [true, true, first.draft.hash]);
  const other = { ...(await handMadeVault({})), district: vault.district };
  await fillReleaseDistrict(other);
  await measureVault(other, { year: 2024, measure: 'math_met_pct', now: () => at });
  assert.equal((await prepareRelease(other, asked())).draft.hash, first.draft.hash);
  await other.close();
});

test('a stranger, a person twice and another hash do not sign; one person does not let it leave', async () => {
  const { draft } = await prepareRelease(vault, asked());
  await assert.rejects(sign(draft.hash, ana), /This key is not registered in the vault/);
  await register(ana);
  await assert.rejects(register(ana), /registered already: it is the key of Ana Ruiz/);
  for (const name of ['ana ruiz', 'Ruíz, Ana'])
    await assert.rejects(register(newSigner(name)), /Ana Ruiz has a key already/);
  const second = newSigner('A. Ruiz');
  const address = { name: second.name, role: second.role, mail: 'Ana.Ruiz@fresno.example' };
  await assert.rejects(
    registerSigner(vault, makeProvenKey(address, second.privateKey, at), { at, by: 'maria' }),
    /ana\.ruiz@fresno\.example is the address of Ana Ruiz, who has a key already: A\. Ruiz would be the same person twice/,
  );
  await assert.rejects(
    registerSigner(vault, { ...keyOf(ben), name: 'Cy Low' }, { at, by: 'maria' }),
    /This is not as Cy Low wrote it/,
  );
  const { mail: _mail, proof: _proof, ...old } = { ...keyOf(ben), format: 'tandem signing key 1' as const };
  await assert.rejects(
    registerSigner(vault, old, { at, by: 'maria' }),
    /made by an older Tandem, without a mail address/,
  );
  await assert.rejects(sign('0'.repeat(64), ana), /^Refusal: The draft that stands is/);
  await assert.rejects(sign(draft.hash.slice(0, 7), ana), /^Refusal: The draft that stands is/);
  await sign(draft.hash.slice(0, 8), ana);
  await assert.rejects(sign(draft.hash, ana), /Ana Ruiz has signed this draft already/);
  await assert.rejects(
    sealDraft(vault, at),
    /Only Ana Ruiz has signed: it needs two people\. Nothing left the vault/,
  );
  assert.equal((await selectDisclosures(vault)).length, 0);
});

test('a signed draft that would change is not replaced, and can be taken back: its reason stays, no figure does', async () => {
  const grant = exampleGrant({ smallestGroup: 12 });
  await assert.rejects(prepareRelease(vault, asked({ grant })), /is signed by Ana Ruiz and would change/);
  await assert.rejects(withdrawDraft(vault, ' ', at), /Say why/);
  await withdrawDraft(vault, 'the grant changed', at);
  assert.deepEqual(
    (await selectWithdrawn(vault)).map((one) => one.why),
    [
      'another draft took its place',
      'another draft took its place',
      'the grant changed (it was signed by Ana Ruiz)',
    ],
  );
  assert.equal(await selectOptionalDraft(vault), undefined);
  const rows = await vault.rows<{ left: number }>({
    name: 'leftOfDraft',
    text: "select (select count(*) from released_count)::integer + (select count(*) from release where canonical <> '')::integer as left",
    parameters: [],
  });
  assert.equal(rows[0]?.left, 0);
});

test('two people sign and it leaves: one file that reads back, an account, a record of disclosure; sealed twice it is the same', async () => {
  await register(ben);
  const { draft } = await prepareRelease(vault, asked());
  await sign(draft.hash, ana);
  await sign(draft.hash, ben);
  await endSigner(vault, 'Ben Cho', at);
  await assert.rejects(
    sealDraft(vault, at),
    /Ben Cho signed with a key that the district has not registered/,
  );
  await vault.run({ name: 'undo', text: 'update release_signer set ended_at = null', parameters: [] });
  await assert.rejects(
    sealDraft(vault, new Date('2027-07-01T08:00:00Z')),
    /The grant ended on 2027-06-30\. Nothing left/,
  );
  const sealed = await sealDraft(vault, at);
  const bytes = sealRelease(sealed.signed);
  const read = readRelease(bytes);
  assert.ok(read.ok);
  assert.deepEqual([read.hash, checkSignatures(read.signed).ok], [draft.hash, true]);
  assert.deepEqual(sealRelease((await selectSealed(vault, 1)).signed), bytes);
  const [record] = await selectDisclosures(vault);
  assert.deepEqual(
    [record?.hash, record?.parties, record?.signedBy],
    [draft.hash, ['19647250000000'], 'Ana Ruiz (Research director), Ben Cho (Privacy counsel)'],
  );
  assert.equal(await selectOptionalDraft(vault), undefined);
});

test('the next release names the first, is audited against it, and says whose place it takes', async () => {
  await assert.rejects(prepareRelease(vault, asked()), /Say that these take their place: --supersedes 1/);
  await assert.rejects(prepareRelease(vault, asked({ supersedes: 4 })), /There is no release 4/);
  const { draft } = await prepareRelease(
    vault,
    asked({ supersedes: 1, grant: exampleGrant({ embargoDays: 14 }) }),
  );
  const [first] = await selectAccount(vault);
  const { sequence, previous, supersedes, embargoUntil, certificate } = draft.release;
  assert.deepEqual(
    [sequence, previous, supersedes, embargoUntil, certificate.audited],
    [2, first?.hash, first?.hash, '2026-12-09', [first?.hash]],
  );
  const { lessened, held, coarser, auditedUnder } = certificate;
  assert.deepEqual(
    [lessened, held, coarser, auditedUnder],
    [draft.preview.lessened, [], [], [exampleGrant().id]],
  );
  const elsewhere = exampleGrant({ id: '019ab000-0000-7000-8000-00000000000f', partnership: 'another' });
  await assert.rejects(
    prepareRelease(vault, asked({ supersedes: 1, grant: elsewhere })),
    /Release 1 was made for Fresno–Long Beach, which these figures do not reach/,
  );
  await sign(draft.hash, ana);
  await sign(draft.hash, ben);
  await sealDraft(vault, at);
  assert.deepEqual(
    (await selectAccount(vault)).map((one) => one.supersedes),
    [null, first?.hash],
  );
});

test('a second partnership gets the same figures as release 3: audited against both, named with their grants, standing alone', async () => {
  const grant = exampleGrant({ id: '019ab000-0000-7000-8000-00000000000f', partnership: 'another' });
  const { draft } = await prepareRelease(vault, asked({ grant }));
  await sign(draft.hash, ana);
  await sign(draft.hash, ben);
  const { signed } = await sealDraft(vault, at);
  const { sequence, supersedes, certificate } = signed.release;
  assert.deepEqual(
    [sequence, supersedes, certificate.auditedUnder],
    [3, null, [exampleGrant().id, exampleGrant().id]],
  );
  // The hub of that partnership has neither, and is told that they are none of its own.
  const { troubles, missing } = checkKnownChain(signed.release, []);
  assert.deepEqual([troubles, missing.length], [[], 2]);
  const first = (await selectSealed(vault, 1)).release;
  assert.deepEqual(checkKnownChain(signed.release, [first]).missing, [
    { sequence: 2, grantId: exampleGrant().id },
  ]);
});

test('a release whose text was changed in the vault is not believed', async () => {
  const change =
    'update release set canonical = replace(canonical, \'"sequence":1\', \'"sequence":3\') where sequence = 1';
  await vault.run({ name: 'change', text: change, parameters: [] });
  await assert.rejects(
    prepareRelease(vault, asked({ supersedes: 1 })),
    /is not what it was: its text in the vault was changed/,
  );
});
