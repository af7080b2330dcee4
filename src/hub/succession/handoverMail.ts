export type HandoverMailWords = {
  readonly to: { readonly name: string; readonly email: string };
  readonly as: 'leaver' | 'successor' | 'deputy' | 'coordinator';
  readonly leaver: string;
  readonly partnership: string;
  /** Written out: `December 15, 2026`. */
  readonly lastDay: string;
  readonly successor: string | null;
  /** Of the page with the pack; null for a deputy without account. */
  readonly address: string | null;
};

const openings = {
  leaver: 'your last day in the partnership is near',
  successor: 'you take over',
  deputy: 'you stand in',
  coordinator: 'somebody of your district leaves',
} as const;

/** The mail that tells those whom it concerns that somebody leaves, and where the handover pack is. */
export function handoverMail(mail: HandoverMailWords): { readonly subject: string; readonly body: string } {
  const { to, as, leaver, partnership, lastDay, successor, address } = mail;
  const who =
    as === 'leaver'
      ? `${successor ? `${successor} takes over.` : 'Nobody is named to take over yet.'}`
      : as === 'successor'
        ? 'The pack says what was promised to whom, what was decided and why, and which two calls to make first.'
        : `${successor ? `${successor} takes over.` : 'Nobody is named to take over yet: until then it falls to the deputy and the coordinator.'}`;
  return {
    subject: `${leaver} leaves ${partnership} on ${lastDay}`,
    body: `Hello ${to.name},

${openings[as]}: ${leaver}’s last day in ${partnership} is ${lastDay}. ${who}

${address ? `What is to be handed over:\n\n${address}` : 'The coordinator of your district has the handover pack and can show it to you.'}
`,
  };
}
