import type { Release } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';

/** An earlier release that a verifier does not have: its number in the vault, and its grant, where the later one says it. */
export type MissingRelease = { readonly sequence: number; readonly grantId: string | undefined };

export type KnownChain = {
  readonly troubles: readonly ReleaseTrouble[];
  readonly missing: readonly MissingRelease[];
};

/**
 * Whether a release follows from those of its vault that are known (`known`, of whichever number), and which are not: each
 * known one is of its district and stands at its place among the audited, with the same before it; the threshold is not lowered;
 * what it says of itself agrees (`checkOwnChain`). A vault has one chain for all its partnerships, of which each sees a part.
 */
export function checkKnownChain(release: Release, known: readonly Release[]): KnownChain {
  const { sequence, certificate, district, supersedes } = release;
  const sentences = ownSentences(release);
  const named = known.map((one) => ({ one, hash: hashRelease(one) }));
  const before = named.filter(({ one }) => one.sequence < sequence);
  if (known.some((one) => one.district.cds !== district.cds))
    sentences.push('The earlier releases are of another district.');
  for (const { one, hash } of before) sentences.push(...linkSentences(release, one, hash));
  const own = hashRelease(release);
  for (const { one, hash } of named.filter((other) => other.one.sequence >= sequence && other.hash !== own)) {
    if (one.sequence === sequence)
      sentences.push(
        `Another release ${sequence} of the district is known (${hash.slice(0, 12)}): a district has one vault, and a vault one chain.`,
      );
    else if (one.certificate.audited[sequence - 1] !== own)
      sentences.push(
        `Release ${one.sequence} that is known (${hash.slice(0, 12)}) does not follow from this one.`,
      );
  }
  const threshold = Math.max(0, ...before.map(({ one }) => one.certificate.policy.threshold));
  if (certificate.policy.threshold < threshold)
    sentences.push(
      `The threshold was lowered: ${certificate.policy.threshold} students, ${threshold} in a release before.`,
    );
  if (supersedes !== null && !before.some(({ hash }) => hash === supersedes))
    sentences.push('The release whose place it takes is not among the earlier ones that are known.');
  const here = new Set(before.map(({ one }) => one.sequence));
  const missing = certificate.audited
    .map((_, at) => ({ sequence: at + 1, grantId: certificate.auditedUnder?.[at] }))
    .filter((one) => !here.has(one.sequence));
  return { troubles: sentences.map(trouble), missing };
}

/** The same where every earlier release is at hand, as in the vault itself: none may be missing. */
export function checkChain(release: Release, earlier: readonly Release[]): ReleaseTrouble[] {
  const { troubles, missing } = checkKnownChain(release, earlier);
  if (missing.length === 0) return [...troubles];
  const numbers = missing.map(({ sequence }) => sequence);
  return [
    ...troubles,
    trouble(`It is release ${release.sequence} of its vault, and ${missingText(numbers)}.`),
  ];
}

/** `release 1 is not here`, `releases 1, 2 and 4 are not here` */
export function missingText(numbers: readonly number[]): string {
  return `${releasesText(numbers)} ${numbers.length === 1 ? 'is' : 'are'} not here`;
}

/** `release 1`, `releases 1, 2 and 4` */
export function releasesText(numbers: readonly number[]): string {
  const [last = 0] = numbers.slice(-1);
  const list = numbers.length < 2 ? String(last) : `${numbers.slice(0, -1).join(', ')} and ${last}`;
  return `release${numbers.length === 1 ? '' : 's'} ${list}`;
}

/**
 * Whether what a release says of its chain agrees with itself, as far as that can be told without the earlier ones: as many
 * audited as there were, the last of them the one before, and one of them the one whose place it takes. Empty when it does.
 */
export function checkOwnChain(release: Release): ReleaseTrouble[] {
  return ownSentences(release).map(trouble);
}

function ownSentences({ sequence, previous, supersedes, certificate }: Release): string[] {
  const { audited, auditedUnder } = certificate;
  const sentences: string[] = [];
  if (audited.length !== sequence - 1 || new Set(audited).size !== audited.length) {
    sentences.push(
      `It is release ${sequence} of its vault and was audited against ${new Set(audited).size} earlier ones.`,
    );
  }
  if (previous !== (audited.at(-1) ?? null)) {
    sentences.push(
      'The release that it names as the one before is not the last that it was audited against.',
    );
  }
  if (supersedes !== null && !audited.includes(supersedes)) {
    sentences.push('It was not audited against the release whose place it takes.');
  }
  if (auditedUnder && auditedUnder.length !== audited.length) {
    sentences.push(
      'It does not say of each release that it was audited against under which grant it was made.',
    );
  }
  return sentences;
}

/** Whether an earlier release stands where the later one says, with the same ones before it. */
function linkSentences({ certificate }: Release, one: Release, hash: string): string[] {
  const { audited, auditedUnder } = certificate;
  const at = one.sequence - 1;
  if (audited[at] !== hash)
    return [
      `Release ${one.sequence} that is known (${hash.slice(0, 12)}) is not the one that it was audited against.`,
    ];
  const isSame = one.certificate.audited.every((earlier, place) => audited[place] === earlier);
  if (!isSame) return [`It names other releases before release ${one.sequence} than that one itself names.`];
  return auditedUnder && auditedUnder[at] !== one.grant.id
    ? [`It says of release ${one.sequence} that it was made under another grant than it was.`]
    : [];
}

function trouble(sentence: string): ReleaseTrouble {
  return { check: 'chain', sentence };
}
