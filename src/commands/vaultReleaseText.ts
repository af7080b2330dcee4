import { outOfTime } from '../release/checkUnderGrant.ts';
import { lessToldSentences } from '../release/lessToldSentences.ts';
import type { KeptDraft } from '../vault/release/releases.store.ts';
import { certificateSentences } from '../vault/release/certificateSentences.ts';
import { outsideSentence } from '../vault/release/outsideAttack.ts';
import { reasonTally } from '../vault/release/reasonTally.ts';
import { oneSittingSentences } from '../vault/release/oneSitting.ts';
import type { RegisteredSigner } from '../vault/release/signers.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** A draft in some lines: what it is, what it shows and withholds by reason, who has signed. */
export function draftText(
  draft: KeptDraft,
  {
    today = '',
    signers = [],
  }: { readonly today?: string; readonly signers?: readonly RegisteredSigner[] } = {},
): string {
  const { hash, release, grant, signatures, preview } = draft;
  const late = today === '' ? [] : outOfTime(grant, today);
  const lines = [
    `Draft of release ${release.sequence} of ${release.district.name} for ${release.grant.partnership}`,
    `  hash        ${hash}`,
    `  prepared    ${release.madeAt.slice(0, 16).replace('T', ' ')} UTC${release.supersedes ? `, takes the place of ${release.supersedes.slice(0, 12)}` : ''}`,
    `  embargo     ${release.embargoUntil ? `the partner sees it from ${release.embargoUntil} on` : 'none'}`,
    ...reasonTally(draft).map(({ words, cells }) => `  ${String(cells).padStart(10)}  ${words}`),
    '',
    ...certificateSentences(release),
    ...lessToldSentences({ certificate: { lessened: preview.lessened } }),
    outsideSentence(preview.outside),
    ...preview.outside.problems.map((problem) => `LOOK  ${problem}`),
    ...preview.held.map(
      ({ measures, schoolYear, reason }) =>
        `Kept back whole: ${measures.join(', ')} of ${schoolYear} (${reason}).`,
    ),
    ...(preview.notCounted.length > 0
      ? [`Not counted in these years: ${preview.notCounted.join(', ')}.`]
      : []),
    ...[...preview.warnings, ...late, ...oneSittingSentences(signers)].map((warning) => `LOOK  ${warning}`),
    signatures.length === 0
      ? 'Nobody has signed it yet; it needs two people.'
      : `Signed by ${signatures.map(({ name, role, signedAt }) => `${name} (${role}) on ${calendarDay(new Date(signedAt))}`).join(' and ')}.`,
  ];
  return `${lines.join('\n')}\n`;
}
