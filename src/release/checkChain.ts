import type { Release } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';

/**
 * Whether a release follows from all that its vault released before (`earlier`, in order): its place, the hash of the one
 * before, an audit against every one, a known one where it takes another's place, and a threshold that is not lowered.
 * Empty when the chain is unbroken.
 */
export function checkChain(release: Release, earlier: readonly Release[]): ReleaseTrouble[] {
  const sentences: string[] = [];
  const hashes = earlier.map(hashRelease);
  const { sequence, previous, supersedes, certificate, district } = release;
  const last = earlier.at(-1);
  if (earlier.some((one) => one.district.cds !== district.cds)) {
    sentences.push('The earlier releases are of another district.');
  }
  if (sequence !== earlier.length + 1) {
    sentences.push(`It is release ${sequence} of its vault; ${earlier.length} earlier ones are known.`);
  }
  if (previous !== (hashes.at(-1) ?? null)) {
    sentences.push('The release that it names as the one before is not the last that is known.');
  }
  if (supersedes !== null && !hashes.includes(supersedes)) {
    sentences.push('The release whose place it takes is not among the earlier ones.');
  }
  const notAudited = hashes.findIndex((hash, at) => certificate.audited[at] !== hash);
  if (notAudited >= 0 || certificate.audited.length !== hashes.length) {
    sentences.push('It was not audited against exactly the earlier releases that are known.');
  }
  if (last && certificate.policy.threshold < last.certificate.policy.threshold) {
    sentences.push(
      `The threshold was lowered: ${certificate.policy.threshold} students, ${last.certificate.policy.threshold} in the release before.`,
    );
  }
  return sentences.map((sentence) => ({ check: 'chain', sentence }));
}

/**
 * Whether what a release says of its chain agrees with itself, as far as that can be told without the earlier ones: as many
 * audited as there were, the last of them the one before, and one of them the one whose place it takes. Empty when it does.
 */
export function checkOwnChain({ sequence, previous, supersedes, certificate }: Release): ReleaseTrouble[] {
  const { audited } = certificate;
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
  return sentences.map((sentence) => ({ check: 'chain', sentence }));
}
