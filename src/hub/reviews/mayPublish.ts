/** A public statement as its publication is judged. Days are calendar dates; `previewUntil` is the preview's last day. */
export type PublicStatementStanding = {
  readonly previewFrom: string;
  readonly previewUntil: string;
  readonly embargoUntil: string | null;
  readonly isWithdrawn: boolean;
  /** The newest answer of each district that has given one. */
  readonly consents: readonly {
    readonly districtId: string;
    readonly answer: 'consents' | 'objects';
    readonly reason: string | null;
  }[];
};

export type PublishingPack = { readonly isSignedByAll: boolean; readonly isUnlocked: boolean };

export type Publishing =
  | { readonly may: true }
  | { readonly may: false; readonly reasons: readonly [string, ...string[]] };

/**
 * Whether something may be said in public today. No surprises: the pack it comes from is signed by every district and was not
 * unlocked, every district has consented (silence is no consent), the preview is over, and the embargo too. Every reason
 * that stands against it is given, as sentences.
 */
export function mayPublish(
  pack: PublishingPack,
  statement: PublicStatementStanding | undefined,
  parties: readonly { readonly districtId: string; readonly name: string }[],
  today: string,
): Publishing {
  const reasons: string[] = [];
  if (!pack.isSignedByAll) reasons.push('The pack is not signed by every district.');
  if (pack.isUnlocked) reasons.push('The pack was unlocked: what it says is being looked at again.');
  if (!statement) reasons.push('No preview of it has been opened yet.');
  else reasons.push(...statementReasons(statement, parties, today));
  const [first, ...rest] = reasons;
  return first === undefined ? { may: true } : { may: false, reasons: [first, ...rest] };
}

function statementReasons(
  statement: PublicStatementStanding,
  parties: readonly { readonly districtId: string; readonly name: string }[],
  today: string,
): string[] {
  if (statement.isWithdrawn) return ['It was taken back.'];
  const reasons: string[] = [];
  for (const { districtId, name } of parties) {
    const given = statement.consents.find((one) => one.districtId === districtId);
    if (!given) reasons.push(`${name} has not answered yet: silence is no consent.`);
    else if (given.answer === 'objects')
      reasons.push(`${name} objects: ${given.reason ?? 'no reason given'}.`);
  }
  if (today <= statement.previewUntil)
    reasons.push(`The preview is open until the end of ${statement.previewUntil}.`);
  if (statement.embargoUntil !== null && today < statement.embargoUntil)
    reasons.push(`It is under embargo until ${statement.embargoUntil}.`);
  return reasons;
}
