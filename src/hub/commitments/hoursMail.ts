export type WaitingHours = {
  /** `Fresno gave Long Beach 3 h`. */
  readonly title: string;
  /** Day and what they were spent on: `November 3, 2025, call`. */
  readonly about: string;
  readonly words: string | null;
  /** The page of a member, or the signed link of somebody without account. */
  readonly address: string;
};

export type HoursMail = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  /** Short name of the district that entered them. */
  readonly district: string;
  readonly step: 'entered' | 'corrected';
  readonly hours: readonly WaitingHours[];
  readonly hasAccount: boolean;
};

/** Asks whoever is to confirm hours whether they are right: several that were entered at once in one mail. */
export function hoursMail({ to, from, district, step, hours, hasAccount }: HoursMail): {
  readonly subject: string;
  readonly body: string;
} {
  const [first] = hours;
  const what = hours.length === 1 && first ? first.title : `${hours.length} entries of ${district}`;
  const press = hasAccount
    ? 'Confirm with one press, or say what is not right:'
    : 'You need no account. Confirm here, or say what is not right:';
  return {
    subject: `${step === 'corrected' ? 'Corrected' : 'Hours to confirm'}: ${what}`,
    body: `Hello ${to.name},

${from.name} (${district}) has ${step} hours of shared work. They count once you say that they are right, and are never billed.
${hours.map((one) => `\n${entry(one)}\n`).join('')}
${hours.length === 1 ? press : press.replace('here', 'each by its address')}

${[...new Set(hours.map(({ address }) => address))].join('\n')}
`,
  };
}

function entry({ title, about, words }: WaitingHours): string {
  const said = words === null ? '' : `\n  ${words.replaceAll(/\s+/g, ' ')}`;
  return `  ${title}\n  ${about}${said}`;
}
