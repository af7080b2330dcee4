import { generateKeyPairSync } from 'node:crypto';
import { hashDefinition } from '../src/measures/hashDefinition.ts';
import { measureById } from '../src/measures/registry.ts';
import { makeProvenKey } from '../src/release/provenKey.ts';
import { signRelease, type Signer } from '../src/release/signRelease.ts';
import type { Release, SignedRelease } from '../src/vocabulary/release.ts';
import type { ProvenKey } from '../src/vocabulary/signingKey.ts';

const hash = (letter: string): string => letter.repeat(64);

/** A small release of Fresno Unified: one measure, a school, one cell of each kind. Invented figures. */
export function exampleRelease(changed: Partial<Release> = {}): Release {
  const place = '10621660106740';
  return {
    format: 'tandem release 1',
    district: { cds: '10621660000000', name: 'Fresno Unified' },
    grant: { id: '019ab000-0000-7000-8000-000000000001', hash: hash('a'), partnership: 'Fresno–Long Beach' },
    sequence: 1,
    previous: null,
    supersedes: null,
    madeAt: '2026-11-25T08:00:00.000Z',
    embargoUntil: null,
    software: 'tandem 0.0.0',
    tables: [
      {
        measure: 'math_met_pct',
        definition: hashDefinition(measureById('math_met_pct')),
        rule: hash('b'),
        schoolYear: 2026,
        counts: 'rate',
        cells: [
          { place, grade: 'all', group: 'ALL', seen: 'shown', n: 60, numerator: 24, value: '40.0' },
          { place, grade: 'all', group: 'EL', seen: 'coded', n: 15, from: 0, to: 20 },
          { place, grade: 'all', group: 'FOS', seen: 'suppressed', reason: 'small numbers' },
        ],
        discrepancies: [],
      },
    ],
    certificate: {
      policy: { id: 'california', version: 1, hash: hash('c'), threshold: 11 },
      solver: 'HiGHS 1.15.1',
      shown: 1,
      coded: 1,
      suppressed: 1,
      primary: 1,
      complementary: 0,
      objective: 0,
      bound: 0,
      narrowest: 1.5,
      audited: [],
    },
    ...changed,
  };
}

/** Somebody with a new key. */
export function newSigner(name: string, role = 'Research director'): Signer {
  return { name, role, privateKey: generateKeyPairSync('ed25519').privateKey };
}

/** Their public key file, with an address from their name. */
export function keyOf({ name, role, privateKey }: Signer, at = signedAt): ProvenKey {
  const mail = `${name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.')}@fresno.example`;
  return makeProvenKey({ name, role, mail }, privateKey, at);
}

const signedAt = new Date('2026-11-25T09:00:00Z');

/** The release with the signatures of these people, or of two new ones. */
export function signedBy(
  release: Release,
  signers: readonly Signer[] = [newSigner('Ana Ruiz'), newSigner('Ben Cho', 'Privacy counsel')],
): SignedRelease {
  return { release, signatures: signers.map((signer) => signRelease(release, signer, signedAt)) };
}
