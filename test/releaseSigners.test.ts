import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { selectSigners } from '../src/hub/releases/signers.store.ts';
import { asOperator } from '../src/hub/store/view.ts';
import { proveKey } from '../src/release/provenKey.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import type { Page } from './browserUnderTest.ts';
import {
  addSigningPeople,
  agreeOnGrant,
  ana,
  ben,
  bringBy,
  challengeOf,
  doorFile,
  doorPath,
  doorRelease,
  letSign,
  offerKey,
  registerKey,
  signingMails,
  wordsOf,
} from './doorUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { keyOf, newSigner } from './exampleRelease.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const now = new Date('2026-11-25T17:00:00Z');

onEachEngine('whose signatures the door takes', (store) => {
  let hub: HubUnderTest;
  let grant: Grant;
  before(async () => {
    hub = await hubUnderTest(store(), { now });
    grant = await agreeOnGrant(hub, now);
    await addSigningPeople(hub, now);
  });
  const bringNow = async (): Promise<string> =>
    wordsOf(await bringBy(await hub.signInAs('coordinator'), doorFile(doorRelease(grant))));

  test('each registers their own key with their own account, another lets it sign, and until two may nothing enters', async () => {
    assert.match(await bringNow(), /has no signers whose key counts/);
    const [ruiz, cho] = [await hub.signInByMail(signingMails.ana), await hub.signInByMail(signingMails.ben)];
    const message = async (answer: Promise<Page>) => {
      const page = await answer;
      assert.equal(page.status, 422);
      return wordsOf(page);
    };
    assert.match(
      await message(ruiz.post(`${doorPath}/signers`, { key: 'ssh-ed25519 AAAA' })),
      /Paste the whole line that tandem vault key prove wrote/,
    );
    // Somebody who would register the second person's key as well: not with this account, challenge or name.
    const challenge = await challengeOf(ruiz);
    assert.match(
      await message(offerKey(ruiz, proveKey(keyOf(ben), challenge, ben.privateKey))),
      /This is a key of Ben Cho, and you are signed in as Ana Ruiz: each registers their own/,
    );
    assert.match(
      await message(offerKey(cho, proveKey(keyOf(ben), challenge, ben.privateKey))),
      /It answers another challenge than the one that stands here/,
    );
    assert.match(
      await message(offerKey(ruiz, proveKey(keyOf(ana), challenge, ben.privateKey))),
      /Whoever answered does not hold the key of Ana Ruiz/,
    );
    const renamed = { ...keyOf(ben), name: 'Ana Ruiz', mail: signingMails.ana };
    assert.match(
      await message(offerKey(ruiz, proveKey(renamed, challenge, ben.privateKey))),
      /The public key of Ana Ruiz was changed after its owner made it/,
    );
    const another = newSigner('Ana Ruiz');
    assert.match((await registerKey(ana, ruiz)).location ?? '', /#signers$/);
    assert.match(
      await message(offerKey(ruiz, proveKey(keyOf(another), challenge, another.privateKey))),
      /You have a key here already/,
    );
    assert.equal((await letSign(ruiz)).status, 404, 'nobody is offered to let themselves sign');
    const [own] = await asOperator(store(), (view) =>
      selectSigners(view, hub.member('sponsor').partnership.id),
    );
    assert.match(
      wordsOf(await ruiz.post(`${doorPath}/signers/${own?.id}/let`)),
      /it is your own key, which another person lets sign/,
    );
    assert.match((await registerKey(ben, cho)).location ?? '', /#signers$/);
    assert.match(await bringNow(), /has no signers whose key counts/);
    assert.match((await letSign(cho)).location ?? '', /#signers$/);
    assert.match(await bringNow(), /has one signer whose key counts/);
    assert.match((await letSign(ruiz)).location ?? '', /#signers$/);
    assert.match(
      wordsOf(await ruiz.get('/partnerships/fresno-long-beach/history')),
      /Ana Ruiz let a signer sign\.[^]*Ben Cho let a signer sign\.[^]*Ben Cho registered a key of their own\.[^]*Ana Ruiz registered a key of their own\./,
    );
  });
});
