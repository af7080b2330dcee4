import { policyByHash } from '../disclosure/policies/policyPacks.ts';
import type { Grant } from '../vocabulary/grant.ts';
import type { Release, SignedRelease } from '../vocabulary/release.ts';
import { checkCells } from './checkCells.ts';
import { checkKnownChain, missingText } from './checkChain.ts';
import { lessToldSentences } from './lessToldSentences.ts';
import { checkSignatures } from './checkSignatures.ts';
import { checkSigners, type KnownSigner } from './checkSigners.ts';
import { checkUnderGrant, outOfTime } from './checkUnderGrant.ts';
import { checkValues } from './checkValues.ts';
import { keyFingerprint } from './keyFingerprint.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/**
 * What came of one check. `holds`, `fails`: worked out here. `not checked`: could be, with what the sentences name. `trusted`:
 * needs what only the vault has; two people answer for it with their signatures.
 */
export type VerifiedCheck = {
  readonly check: string;
  readonly result: 'holds' | 'fails' | 'not checked' | 'trusted';
  readonly sentences: readonly string[];
};

export type VerifyWith = {
  /** Every release of the same vault before this one, in order; undefined where the verifier has none. */
  readonly earlier?: readonly Release[];
  readonly grant?: Grant;
  /** Whose signatures count, as the district said: their keys, names and roles. */
  readonly knownSigners?: readonly KnownSigner[];
  /** Hashes of the rules that this Tandem counts by, of each measure. */
  readonly knownRules?: ReadonlyMap<string, string>;
  /** A day as 2026-11-25. */
  readonly today: string;
};

/** Everything that can be said of a release without the attacker's programs, check by check. */
export function verifyRelease(signed: SignedRelease, given: VerifyWith): VerifiedCheck[] {
  const { release } = signed;
  const troubles = [...checkCells(release), ...checkValues(release)];
  const of = (kind: ReleaseTrouble['check']) => troubles.filter(({ check }) => check === kind);
  return [
    verifySignatures(signed, given),
    outcome(
      'definitions',
      of('definitions'),
      'Every measure stands under a definition that this Tandem knows.',
    ),
    verifyRules(release, given),
    outcome(
      'cells',
      of('cells'),
      'No cell stands twice, none is of another district or shows a group under the threshold; every rate is what its counts give.',
    ),
    withMore(
      outcome(
        'certificate',
        [...of('counts of cells'), ...policyTroubles(release)],
        'It counts the cells rightly, and its policy is one that this Tandem knows.',
      ),
      lessToldSentences(release),
    ),
    verifyChain(release, given),
    verifyGrant(release, given),
    {
      check: 'what only the vault knows',
      result: 'trusted',
      sentences: [
        'That the figures are what the students’ records give, how many withheld cells are small themselves, and the audit with the hidden counts of earlier releases: the people who signed answer for it.',
      ],
    },
  ];
}

function verifySignatures(signed: SignedRelease, { knownSigners }: VerifyWith): VerifiedCheck {
  const checked = checkSignatures(signed);
  const troubles = knownSigners ? checkSigners(signed, knownSigners) : checked.ok ? [] : [checked.reason];
  if (troubles.length > 0) return { check: 'signatures', result: 'fails', sentences: troubles };
  const people = signed.signatures.map(
    ({ name, role, signedAt, publicKey }) =>
      `${name} (${role}) on ${calendarDay(new Date(signedAt))}, key ${keyFingerprint(publicKey)}`,
  );
  const whose = knownSigners
    ? 'These are keys that the district is known by, under their owners’ names and roles.'
    : 'Whose keys these are is not checked: compare them with what the district told you (--key FILE.pub).';
  return { check: 'signatures', result: 'holds', sentences: [...people, whose] };
}

function verifyRules({ tables }: Release, { knownRules }: VerifyWith): VerifiedCheck {
  const other = tables.filter(({ measure, rule }) => knownRules?.get(measure) !== rule);
  const names = [...new Set(other.map(({ measure }) => measure))].join(', ');
  return names === ''
    ? { check: 'rules', result: 'holds', sentences: ['Counted by the same SQL that this Tandem has.'] }
    : {
        check: 'rules',
        result: 'trusted',
        sentences: [
          `Counted by SQL that this Tandem does not have: ${names}. The district can show it by its hash.`,
        ],
      };
}

function policyTroubles({ certificate }: Release): ReleaseTrouble[] {
  const { policy, narrowest } = certificate;
  const known = policyByHash(policy.hash);
  const sentences: string[] = [];
  if (!known)
    sentences.push(`The policy ${policy.id} version ${policy.version} is not one that this Tandem knows.`);
  else if (policy.threshold < known.smallestGroup.rule) {
    sentences.push(
      `The threshold is ${policy.threshold}, below the policy’s own ${known.smallestGroup.rule}.`,
    );
  }
  if (narrowest !== null && narrowest < 1) {
    sentences.push(
      'The certificate itself says that a hidden count is closer to being found than the policy allows.',
    );
  }
  return sentences.map((sentence) => ({ check: 'cells', sentence }));
}

function verifyChain(release: Release, { earlier = [] }: VerifyWith): VerifiedCheck {
  const { troubles, missing } = checkKnownChain(release, earlier);
  if (missing.length === 0 || troubles.length > 0) {
    const holds = `It is release ${release.sequence} of its vault and names every one before it.`;
    return outcome('chain', troubles, holds);
  }
  const numbers = missing.map(({ sequence }) => sequence);
  const others = missing.filter(({ grantId }) => grantId !== undefined && grantId !== release.grant.id);
  const sentence = `It is release ${release.sequence} of its vault, and ${missingText(numbers)}: give each that you have, --earlier FILE.`;
  const trusted =
    others.length === 0
      ? []
      : [
          `${others.length} of them ${others.length === 1 ? 'was' : 'were'} made under another grant than this, perhaps for another partnership: that nothing is given away together with what you cannot have, the people who signed answer for.`,
        ];
  return { check: 'chain', result: 'not checked', sentences: [sentence, ...trusted] };
}

function verifyGrant(release: Release, { grant, today }: VerifyWith): VerifiedCheck {
  if (grant) {
    const madeOn = calendarDay(new Date(release.madeAt));
    const holds = 'It keeps to the grant, which was in force when it was made.';
    const kept = outcome('grant', checkUnderGrant(release, grant, madeOn), holds);
    const late = outOfTime(grant, today).map(
      (one) => `${one} Today nobody may be shown it under this grant.`,
    );
    return { ...kept, sentences: [...kept.sentences, ...late] };
  }
  return {
    check: 'grant',
    result: 'not checked',
    sentences: ['Give the grant that it was made under: --grant FILE.'],
  };
}

function withMore(check: VerifiedCheck, sentences: readonly string[]): VerifiedCheck {
  return check.result === 'holds' ? { ...check, sentences: [...check.sentences, ...sentences] } : check;
}

function outcome(check: string, troubles: readonly ReleaseTrouble[], holds: string): VerifiedCheck {
  return troubles.length === 0
    ? { check, result: 'holds', sentences: [holds] }
    : { check, result: 'fails', sentences: troubles.map(({ sentence }) => sentence) };
}
