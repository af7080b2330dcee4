import type { AttackedRelease } from '../../disclosure/counts/attackRelease.ts';

/** What came of attacking a draft from what it prints alone, as the hub and anyone who verifies it will. */
export type OutsideAttack = Pick<AttackedRelease, 'protected' | 'trusted' | 'exposed' | 'unanswered'> & {
  /** What the draft says that it must not, in sentences with their slices. */
  readonly problems: readonly string[];
};

const mostProblems = 20;

export function outsideAttack(attack: AttackedRelease): OutsideAttack {
  const problems = attack.problems.map(
    ({ measure, schoolYear, place, grade, group, sentence }) =>
      `${measure} ${schoolYear} ${place} ${grade} ${group}: ${sentence}`,
  );
  const { protected: sure, trusted, exposed, unanswered } = attack;
  return { protected: sure, trusted, exposed, unanswered, problems: problems.slice(0, mostProblems) };
}

/** What came of attacking parts that were attacked apart. */
export function joinOutside(parts: readonly OutsideAttack[]): OutsideAttack {
  const sum = (of: (one: OutsideAttack) => number) => parts.reduce((all, one) => all + of(one), 0);
  return {
    protected: sum((one) => one.protected),
    trusted: sum((one) => one.trusted),
    exposed: sum((one) => one.exposed),
    unanswered: sum((one) => one.unanswered),
    problems: parts.flatMap(({ problems }) => problems).slice(0, mostProblems),
  };
}

/** The same as a sentence for the two who sign. */
export function outsideSentence({
  protected: sure,
  trusted,
  exposed,
  unanswered,
  problems,
}: OutsideAttack): string {
  const number = (value: number): string => value.toLocaleString('en');
  const counts = [
    `${number(sure)} counts stay uncertain whatever they are`,
    ...(trusted > 0
      ? [`${number(trusted)} for most of what they may be, which your signatures answer for`]
      : []),
    ...(unanswered > 0 ? [`${number(unanswered)} were not worked out in the time given`] : []),
    ...(exposed > 0 ? [`${number(exposed)} ARE EXPOSED`] : []),
    ...(problems.length > 0 ? [`${problems.length} CELLS SAY WHAT THEY MUST NOT`] : []),
  ];
  return `Tried from the file alone, as the hub and anyone else will: ${counts.join('; ')}.`;
}

/** Whether whoever tries it from the file alone will refuse it. */
export function isRefusedOutside({ exposed, problems }: OutsideAttack): boolean {
  return exposed > 0 || problems.length > 0;
}
