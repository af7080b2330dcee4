import type { Holding } from './holding.ts';
import { holdingKinds } from './holding.ts';

export type OrphanMailWords = {
  readonly to: { readonly name: string };
  /** Short name of the district in which nobody carries it. */
  readonly district: string;
  readonly partnership: string;
  readonly isPartner: boolean;
  readonly orphans: readonly Pick<Holding, 'kind' | 'title' | 'owner'>[];
  readonly address: string;
};

/** Tells whoever stands in that the owner has left, and that it is theirs to keep going until somebody takes over. */
export function standInMail(mail: {
  readonly to: { readonly name: string };
  readonly district: string;
  readonly partnership: string;
  readonly orphans: OrphanMailWords['orphans'];
  /** The page of a member; null for somebody without account. */
  readonly address: string | null;
}): { readonly subject: string; readonly body: string } {
  const { to, district, partnership, orphans, address } = mail;
  return {
    subject:
      orphans.length === 1 ? 'You stand in: its owner has left' : `You stand in for ${orphans.length} things`,
    body: `Hello ${to.name},

in ${partnership}, you are named to stand in where the owner has left ${district}:

${linesOf(orphans).join('\n')}

Keep it going until somebody takes over. Your coordinator was told today, and names a new owner.
${address === null ? '' : `\n${address}\n`}`,
  };
}

function linesOf(orphans: OrphanMailWords['orphans']): string[] {
  return orphans.map(({ kind, title, owner }) => {
    const name = holdingKinds.find(({ id }) => id === kind)?.name ?? kind;
    return `  ${name}: ${title.replaceAll(/\s+/g, ' ')}${owner ? ` (was ${owner.name}’s)` : ''}`;
  });
}

/** The mail that says what has no owner any more: to its own district at once, to the partner when it lies. */
export function orphanMail(mail: OrphanMailWords): { readonly subject: string; readonly body: string } {
  const count = mail.orphans.length;
  const what = count === 1 ? 'One thing' : `${count} things`;
  const lines = linesOf(mail.orphans);
  const todo = mail.isPartner
    ? `Two weeks ago ${mail.district} was told. Perhaps a call helps: what they promised you may be among it.`
    : 'Give each to somebody, or close it with a reason: the partner hears of what is left in two weeks.';
  return {
    subject: `${what} without owner in ${mail.district}`,
    body: `Hello ${mail.to.name},

in ${mail.partnership}, ${what.toLowerCase()} in ${mail.district} ${count === 1 ? 'has' : 'have'} no owner any more:

${lines.join('\n')}

${todo}

${mail.address}
`,
  };
}
