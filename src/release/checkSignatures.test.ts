import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleRelease, newSigner, signedBy } from '../../test/exampleRelease.ts';
import type { ReleaseSignature, SignedRelease } from '../vocabulary/release.ts';
import { checkSignatures, parsePublicKey, signatureTrouble } from './checkSignatures.ts';
import { hashRelease } from './hashRelease.ts';
import { publicKeyText } from './signRelease.ts';

const ana = newSigner('Ana Ruiz');
const ben = newSigner('Ben Cho', 'Privacy counsel');
const release = exampleRelease();
const signed = signedBy(release, [ana, ben]);
const [first, second] = signed.signatures as [ReleaseSignature, ReleaseSignature];
const reason = (one: SignedRelease, keys?: string[]): string => {
  const checked = checkSignatures(one, keys);
  return checked.ok ? 'ok' : checked.reason;
};

test('two people with two keys sign the release that they hold', () => {
  assert.equal(reason(signed), 'ok');
  const keys = [ana, ben].map(({ privateKey }) => publicKeyText(privateKey));
  assert.equal(reason(signed, keys), 'ok');
  assert.equal(
    reason(signed, keys.slice(1)),
    'Ana Ruiz signed with a key that the district has not registered.',
  );
});

test('nobody, one person, one person twice and one key twice are refused by name', () => {
  assert.match(reason(signedBy(release, [])), /^Nobody has signed/);
  assert.match(reason(signedBy(release, [ana])), /^Only Ana Ruiz has signed/);
  assert.match(reason(signedBy(release, [ana, newSigner(' ana  RUIZ')])), /^ ana  RUIZ signed twice/);
  for (const name of ['Ána RUÍZ', 'Ruiz, Ana', 'Ana\u200b Ruiz', 'Ana-Ruiz', 'ＡＮＡ Ruiz'])
    assert.match(
      reason(signedBy(release, [ana, newSigner(name)])),
      / signed twice: it needs two different people/,
    );
  // The A of the second is Cyrillic.
  assert.match(
    reason(signedBy(release, [ana, newSigner('\u0410na Ruiz')])),
    /The name “.na Ruiz” has no letters, or mixes those of alphabets that look alike/,
  );
  assert.match(reason(signedBy(release, [ana, newSigner('—')])), /The name “—” has no letters/);
  assert.match(
    reason(signedBy(release, [ana, { ...ben, privateKey: ana.privateKey }])),
    /^Ben Cho signed with a key that/,
  );
});

test('a signature of another release, a changed release and a changed name, role or time do not hold', () => {
  const other = signedBy(exampleRelease({ sequence: 2, previous: hashRelease(release) }), [ana, ben]);
  assert.match(
    reason({ release, signatures: [first, other.signatures[1] as ReleaseSignature] }),
    /^The signature of Ben Cho does not/,
  );
  const raised = structuredClone(signed);
  const [cell] = raised.release.tables[0]?.cells ?? [];
  assert.ok(cell?.seen === 'shown');
  cell.n += 1;
  assert.match(reason(raised), /^The signature of Ana Ruiz does not belong to this release/);
  for (const changed of [
    { name: 'Cy Low' },
    { role: 'Superintendent' },
    { signedAt: '2026-11-25T09:00:01.000Z' },
  ]) {
    assert.match(
      reason({ release, signatures: [first, { ...second, ...changed }] }),
      / does not belong to this release/,
    );
  }
});

test('what is no key and no signature is refused, and another spelling of the same signature too', () => {
  assert.match(
    reason({ release, signatures: [first, { ...second, publicKey: 'AAAA' }] }),
    /^The key of Ben Cho is no Ed25519/,
  );
  assert.match(signatureTrouble(hashRelease(release), { ...first, signature: '' }) ?? '', /does not belong/);
  assert.match(
    signatureTrouble(hashRelease(release), { ...first, signature: first.signature.replace(/=+$/, '') }) ?? '',
    /does not belong/,
  );
});

test('the neutral point is no key: what would be its signature of every text holds for none', () => {
  // [S] B = R + [h] A for every h, when A is neutral, S = 1 and R = B.
  const neutral = Buffer.from(`01${'00'.repeat(31)}`, 'hex').toString('base64');
  const forged = Buffer.from(`58${'66'.repeat(31)}01${'00'.repeat(31)}`, 'hex').toString('base64');
  const nobody = { ...second, publicKey: neutral, signature: forged };
  assert.match(reason({ release, signatures: [first, nobody] }), /^The signature of Ben Cho does not belong/);
});

test('RFC 8032 section 7.1 test 1: the published public key is read as the same 32 bytes', () => {
  const hex = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  const text = Buffer.from(hex, 'hex').toString('base64');
  const key = parsePublicKey(text);
  assert.ok(key);
  assert.equal(publicKeyText(key), text);
});
