type Words = { readonly subject: string; readonly body: string };

export type ChangedCommitment = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  /** Short name of the district that promised. */
  readonly district: string;
  readonly what: string;
  readonly change:
    | { readonly step: 'moved'; readonly was: string; readonly due: string }
    | { readonly step: 'dropped'; readonly was: string };
  /** In the words of the list. */
  readonly reason: string;
  readonly words: string;
  readonly address: string;
};

/** Tells the partner that a promise to them was moved or dropped, and why. Days are written out. */
export function changedCommitmentMail(mail: ChangedCommitment): Words {
  const { to, from, district, what, change, reason, words, address } = mail;
  const moved = change.step === 'moved';
  return {
    subject: `${district} ${moved ? 'moves' : 'drops'} a commitment: ${oneLine(what)}`,
    body: `Hello ${to.name},

${from.name} (${district}) has ${moved ? 'moved the day of' : 'dropped'} something they promised you:

${quoted(what)}

${moved ? `It was due on ${change.was}. It is now due on ${change.due}.` : `It was due on ${change.was}.`}
Why: ${reason}.
${quoted(words)}

The day it was first promised for stays on its page:

${address}
`,
  };
}

export type GivenCommitment = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  readonly district: string;
  readonly what: string;
  readonly due: string;
  readonly part: 'owner' | 'deputy';
  /** The page of a member, or the signed link of somebody without account. */
  readonly address: string;
  readonly hasAccount: boolean;
};

/** Tells somebody that a commitment is theirs, and how to say that it is done. */
export function givenCommitmentMail(mail: GivenCommitment): Words {
  const { to, from, district, what, due, part, address, hasAccount } = mail;
  return {
    subject: `${part === 'owner' ? 'Yours to do' : 'You stand in'} by ${due}: ${oneLine(what)}`,
    body: `Hello ${to.name},

${from.name} has named you as ${part === 'owner' ? 'the owner' : 'the deputy'} of something ${district} promised its partner:

${quoted(what)}

It is due on ${due}.

${hasAccount ? 'Say here when it is done, or move the day with a reason:' : 'You need no account. Say here when it is done, or that it takes longer:'}

${address}
`,
  };
}

/** A person's own words, set in by two blanks so that nobody takes them for Tandem's. */
function quoted(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
