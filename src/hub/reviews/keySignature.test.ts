import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { signPack } from '../../release/signPack.ts';
import { publicKeyText } from '../../release/signRelease.ts';
import { checkKeySignature } from './keySignature.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const cds = '10621660000000';
const hash = 'a'.repeat(64);
const person = { cds, name: 'Robin Alder', role: 'Superintendent' };
const signer = { cds, name: 'Robin Alder', publicKey: publicKeyText(privateKey), removedAt: null };
const signature = signPack(hash, { ...person, privateKey }, new Date('2026-10-23T17:00:00Z'));
const text = JSON.stringify(signature);
const messageOf = (
  written: string,
  of = { hash, cds },
  signers: Parameters<typeof checkKeySignature>[2] = [signer],
) => {
  const checked = checkKeySignature(written, of, signers);
  return checked.ok ? 'holds' : checked.message;
};

test('a signature by a registered key over this pack holds', () => {
  assert.equal(messageOf(text), 'holds');
});

test('6 signatures that must not pass are refused, each with its sentence', () => {
  assert.match(messageOf('{"cds":'), /Paste the whole line/);
  assert.match(messageOf(text, { hash: 'b'.repeat(64), cds }), /does not belong to this pack/);
  assert.match(messageOf(text, { hash, cds: '19647250000000' }), /for another district/);
  assert.match(messageOf(text, undefined, []), /has not registered this key/);
  assert.match(messageOf(text, undefined, [{ ...signer, removedAt: new Date() }]), /has not registered/);
  const renamed = JSON.stringify({ ...signature, signedAt: '2026-10-24T17:00:00.000Z' });
  assert.match(messageOf(renamed), /does not belong to this pack/);
});
