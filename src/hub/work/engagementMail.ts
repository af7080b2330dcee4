import { modes } from '../../vocabulary/partnership.ts';
import type { Engagement } from './engagement.ts';

export type EngagementMailWords = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  /** Short name of the district that acted. */
  readonly district: string;
  readonly engagement: Pick<Engagement, 'mode' | 'title' | 'purpose'>;
  /** What was done, after the district's name: `offers its help`. */
  readonly did: string;
  /** What the reader is asked to do, or what follows from it. */
  readonly next: string;
  readonly words: string | null;
  readonly address: string;
  /** Who can answer for a reader without account; none for a member. */
  readonly coordinators: readonly { readonly name: string; readonly email: string }[];
};

/** The mail that tells the other side what was done in an engagement, and what waits for them. */
export function engagementMail(mail: EngagementMailWords): {
  readonly subject: string;
  readonly body: string;
} {
  const { title, purpose, mode } = mail.engagement;
  const said = mail.words
    ? `\nIn their own words:\n${mail.words
        .split(/\r\n|\r|\n/)
        .map((line) => `  ${line}`)
        .join('\n')}\n`
    : '';
  return {
    subject: `${mail.district} ${mail.did}: ${title}`,
    body: `Hello ${mail.to.name},

${mail.from.name} (${mail.district}) ${mail.did}: ${title}.

${modes.find(({ id }) => id === mode)?.name ?? ''}. ${purpose}
${said}
${mail.next}

${mail.address}
${withoutAccount(mail.coordinators)}`,
  };
}

/** Whoever has no account answers by the people of their own district who have one. */
function withoutAccount(coordinators: EngagementMailWords['coordinators']): string {
  if (coordinators.length === 0) return '';
  const lines = coordinators.map(({ name, email }) => `  ${name} <${email}>`);
  return `
You need no account: tell your coordinator what you answer, and they enter it for you.

${lines.join('\n')}
`;
}
