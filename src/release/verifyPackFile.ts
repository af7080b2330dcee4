import { verify } from 'node:crypto';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import type { PackFile, PackKeySignature } from '../vocabulary/packFile.ts';
import { parsePublicKey } from './checkSignatures.ts';
import { hashPack } from './hashPack.ts';
import { hashPackAct } from './hashPackAct.ts';
import { keyFingerprint } from './keyFingerprint.ts';
import { packSignatureText } from './packSignatureText.ts';
import type { VerifiedCheck } from './verifyRelease.ts';

/** Everything that can be said of a pack from its file alone. `content` is the pack as it stood in the file. */
export function verifyPackFile(file: PackFile, content: unknown): VerifiedCheck[] {
  return [
    verifyContent(file, content),
    verifySignings(file),
    ...verifyKeySignatures(file.hash, file.keySignatures),
    verifyHistory(file),
    verifyStanding(file),
    {
      check: 'what only the hub knows',
      result: 'trusted',
      sentences: [
        'That people signed as the file says, without a key of their own, and that the hub’s history holds these lines: compare their hashes with the history there.',
      ],
    },
  ];
}

function verifyContent({ hash }: PackFile, content: unknown): VerifiedCheck {
  return hashPack(content) === hash
    ? { check: 'content', result: 'holds', sentences: [`It is what its hash names: ${hash}.`] }
    : {
        check: 'content',
        result: 'fails',
        sentences: ['The pack says something else than its hash names: it was changed after it was sealed.'],
      };
}

function verifySignings({ pack, signatures, history }: PackFile): VerifiedCheck {
  const missing = pack.districts
    .filter(({ cds }) => !signatures.some((one) => one.cds === cds))
    .map(({ name }) => `Nobody has signed it for ${name}.`);
  const untraced = signatures
    .filter(
      ({ cds, name }) =>
        !history.some(
          (line) => line.act === 'signed a pack' && line.detail['cds'] === cds && line.personName === name,
        ),
    )
    .map(({ name }) => `The history in the file has no line in which ${name} signed.`);
  const troubles = [...missing, ...untraced];
  if (troubles.length > 0) return { check: 'signatures', result: 'fails', sentences: troubles };
  const nameOf = (cds: string) => pack.districts.find((one) => one.cds === cds)?.name ?? cds;
  return {
    check: 'signatures',
    result: 'holds',
    sentences: signatures.map(
      ({ name, cds, signedAt }) => `${name} for ${nameOf(cds)} on ${calendarDay(new Date(signedAt))}`,
    ),
  };
}

/** Whether detached signatures by keys are over the pack of this hash; nothing where there are none. */
export function verifyKeySignatures(hash: string, signatures: readonly PackKeySignature[]): VerifiedCheck[] {
  if (signatures.length === 0) return [];
  const troubles = signatures.flatMap((one) => {
    const key = parsePublicKey(one.publicKey);
    if (!key) return [`The key of ${one.name} is no Ed25519 public key.`];
    const text = Buffer.from(packSignatureText(hash, one), 'utf8');
    return verify(null, text, key, Buffer.from(one.signature, 'base64'))
      ? []
      : [`The signature by key of ${one.name} does not belong to this pack.`];
  });
  if (troubles.length > 0) return [{ check: 'signatures by key', result: 'fails', sentences: troubles }];
  const people = signatures.map(({ name, publicKey }) => `${name}, key ${keyFingerprint(publicKey)}`);
  const whose = 'Whose keys these are is not checked: compare them with what the districts told you.';
  return [{ check: 'signatures by key', result: 'holds', sentences: [...people, whose] }];
}

function verifyHistory({ hash, history }: PackFile): VerifiedCheck {
  const troubles = history
    .filter((line) => line.subject !== `pack ${hash}` || hashPackAct(line) !== line.hash)
    .map(({ seq }) => `Line ${seq} of the history is not what its hash names, or is about another pack.`);
  if (!history.some(({ act }) => act === 'sealed a pack')) {
    troubles.push('The history in the file does not say that it was sealed.');
  }
  return troubles.length > 0
    ? { check: 'history', result: 'fails', sentences: troubles }
    : {
        check: 'history',
        result: 'holds',
        sentences: [`${history.length} lines about it, each what its hash names.`],
      };
}

function verifyStanding({ unlocked, supersededBy }: PackFile): VerifiedCheck {
  const later = supersededBy === null ? [] : [`Sealed anew as ${supersededBy}.`];
  return unlocked === null
    ? {
        check: 'standing',
        result: 'holds',
        sentences: ['It was not unlocked when the file was made.', ...later],
      }
    : {
        check: 'standing',
        result: 'fails',
        sentences: [`It was unlocked on ${calendarDay(new Date(unlocked.at))}: ${unlocked.reason}`, ...later],
      };
}
