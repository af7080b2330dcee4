export type LateMail = {
  readonly to: { readonly name: string };
  /** The district that promised, by its short name. */
  readonly district: string;
  readonly owner: string;
  readonly what: string;
  /** Written out. */
  readonly due: string;
  readonly told: 'owner' | 'deputy' | 'partner';
  readonly hasAccount: boolean;
  readonly address: string;
};

/** Says that a promised day is past: to its owner and whoever stands in first, a week later to the district it was promised to. */
export function lateMail(mail: LateMail): { readonly subject: string; readonly body: string } {
  const { to, district, owner, what, due, told, hasAccount, address } = mail;
  const line = what.replaceAll(/\s+/g, ' ');
  const short = line.length > 80 ? `${line.slice(0, 79)}…` : line;
  if (told === 'partner')
    return {
      subject: `Late: ${district} promised ${short}`,
      body: `Hello ${to.name},

${district} promised you this by ${due}, and has not said that it is done:

  ${line}

${owner} owns it there and was told a week ago. A call is often enough. It stands here:

${address}
`,
    };
  if (told === 'deputy')
    return {
      subject: `You stand in, and it is past its day: ${short}`,
      body: `Hello ${to.name},

This was promised by ${due}. ${owner} owns it and was told today, too; you stand in:

  ${line}

Ask ${owner} first. If they are away: is it done, does it need another day? Say so here${hasAccount ? '' : '; you need no account'}.

${address}
`,
    };
  return {
    subject: `Yours, and past its day: ${short}`,
    body: `Hello ${to.name},

This was promised by ${due}, and you own it:

  ${line}

Is it done? Does it need another day? Say so here${hasAccount ? '' : '; you need no account'}. Your partner hears of it in a week, not before.

${address}
`,
  };
}
