import type { Release } from '../../vocabulary/release.ts';

/** The certificate in plain words, for privacy counsel: what was proved, how closely, and against what. */
export function certificateSentences({ certificate, previous }: Release): string[] {
  const { policy, suppressed, coded, objective, bound, narrowest, audited, solver } = certificate;
  const { auditedUnder = [] } = certificate;
  const grants = new Set(auditedUnder).size;
  const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });
  return [
    `No group of fewer than ${policy.threshold} students is shown (policy ${policy.id}, version ${policy.version}).`,
    suppressed + coded === 0
      ? 'Nothing had to be withheld, so there is nothing for an attacker to find.'
      : 'For every hidden count the least and the greatest value that a reader can work out were computed from everything published, and they lie at least as far apart as the policy asks, or as anything could make them.',
    ...(narrowest === null
      ? []
      : [
          narrowest < 1
            ? `The closest call is ${number(narrowest)} times the width asked for: IT IS NOT PROTECTED.`
            : `The closest call is ${number(narrowest)} times the width that the policy asks for (1 would be just enough).`,
        ]),
    objective <= bound
      ? `No choice of withheld cells hides fewer students than this one (${number(objective)}, proved by ${solver}).`
      : `${number(objective)} students are behind withheld figures that are not small themselves; no choice gets below ${number(bound)} (${solver}).`,
    previous === null
      ? 'It is the first release of this vault: there is no earlier one to compare it with.'
      : `It was audited together with ${audited.length === 1 ? 'the one earlier release' : `all ${audited.length} earlier releases`} of this vault, hidden counts included: what differs between them gives no student away.${grants > 1 ? ` They were made under ${grants} grants; whoever reads this one learns the hash and the grant’s id of each, and no figure of those that are not theirs.` : ''}`,
  ];
}
