import type { VerifiedCheck } from '../release/verifyRelease.ts';
import type { ReleaseAttack } from './releaseQuestion.ts';

const mostListed = 10;

/** What came of the attacker, as one of the checks of `tandem verify`. */
export function attackedCheck(attack: ReleaseAttack): VerifiedCheck {
  const check = 'attacker';
  if (!attack) {
    const sentence = 'Its policy is not one that this Tandem knows, so what it must protect is not known.';
    return { check, result: 'not checked', sentences: [sentence] };
  }
  const { ok, problems, counts, protected: sure, trusted, exposed, unanswered } = attack;
  const number = (value: number): string => value.toLocaleString('en');
  const trouble = [
    ...problems.map(
      ({ measure, schoolYear, place, grade, group, sentence }) =>
        `${measure} ${schoolYear} ${place} ${grade} ${group}: ${sentence}`,
    ),
    ...(exposed > 0
      ? [
          `${number(exposed)} withheld ${exposed === 1 ? 'count' : 'counts'} can be found more closely than the policy allows: tandem audit FILE lists them, with the same --earlier.`,
        ]
      : []),
  ];
  if (!ok) return { check, result: 'fails', sentences: cut(trouble) };
  const sentences = [
    `${number(counts.length + unanswered)} counts are not printed. ${number(sure)} stay uncertain as widely as the policy asks, whatever they are.`,
    ...(trusted > 0
      ? [
          `${number(trusted)} do so for most of what they may be; that they are none of the others, the vault has seen.`,
        ]
      : []),
    ...(unanswered > 0
      ? [`${number(unanswered)} were not worked out in the time given: give more with --time-limit.`]
      : []),
  ];
  return { check, result: unanswered > 0 ? 'not checked' : 'holds', sentences };
}

function cut(sentences: readonly string[]): string[] {
  const more = sentences.length - mostListed;
  return more > 0 ? [...sentences.slice(0, mostListed), `and ${more} more`] : [...sentences];
}
