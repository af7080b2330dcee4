import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { type Holding, holdingKinds, partOf } from '../succession/holding.ts';

export type DigestReader = { readonly personId: string; readonly name: string; readonly email: string };

/** What a week holds for everybody of a partnership, and for one district. */
export type DigestWeek = {
  readonly partnership: string;
  /** The partnership's own address, without a slash at its end. */
  readonly address: string;
  readonly today: string;
  /** Everything open that somebody carries. */
  readonly holdings: readonly Holding[];
  /** What waits for the reader's district: a sentence and where. */
  readonly waiting: readonly { readonly sentence: string; readonly path: string }[];
  /** Visits, calls and meetings of the next days to which the reader is invited. */
  readonly coming: readonly { readonly sentence: string; readonly path: string }[];
  /** What people did since the last mail, newest first. */
  readonly changes: readonly string[];
};

const mostChanges = 10;
/** So many days ahead something is due "this week". */
export const weekDays = 7;

/**
 * The weekly mail to one person: what is theirs and late, what is due, what waits, what comes, what changed. Null when there is nothing
 * to say: nobody is mailed for the sake of a mail.
 */
export function digestMail(
  reader: DigestReader,
  week: DigestWeek,
): { readonly subject: string; readonly body: string } | null {
  const { today, holdings, waiting, coming, changes } = week;
  const own = holdings.filter((one) => partOf(one, reader) === 'owner');
  const late = own.filter(({ due }) => due !== null && due < today).toSorted(byDue);
  const soon = own
    .filter(({ due }) => due !== null && due >= today && daysBetween(today, due) <= weekDays)
    .toSorted(byDue);
  const standsIn = holdings.filter(
    (one) => partOf(one, reader) === 'deputy' && one.due !== null && one.due < today,
  );
  const parts = [
    part('Late, and yours', late, (one) => item(one, week)),
    part('Due this week, and yours', soon, (one) => item(one, week)),
    part('Late, where you stand in', standsIn, (one) => item(one, week)),
    part('Waits for your district', waiting, (one) => pointed(one, week)),
    part('Coming up', coming, (one) => pointed(one, week)),
    part('What changed', changes.slice(0, mostChanges), (sentence) => `- ${sentence}`),
  ].filter((one) => one !== '');
  if (parts.length === 0) return null;
  const more = changes.length - mostChanges;
  return {
    subject: subjectOf(week.partnership, late.length, soon.length + waiting.length),
    body: `Hello ${reader.name},

${parts.join('\n\n')}${more > 0 ? `\n- … and ${more} more: ${week.address}/history` : ''}

All of it: ${week.address}
This mail comes on Mondays when there is something to say. Turn it off: ${week.address}/people/mail
`,
  };
}

function subjectOf(partnership: string, late: number, due: number): string {
  const words = [late > 0 ? `${late} late` : '', due > 0 ? `${due} to do this week` : ''].filter(Boolean);
  return `${partnership}: ${words.length > 0 ? words.join(', ') : 'your week'}`;
}

function part<Item>(title: string, items: readonly Item[], text: (item: Item) => string): string {
  return items.length === 0 ? '' : `${title}\n${items.map(text).join('\n')}`;
}

function item({ kind, title, due, counterpart, path }: Holding, { address, today }: DigestWeek): string {
  const name = holdingKinds.find(({ id }) => id === kind)?.name ?? kind;
  const days = due === null ? null : daysBetween(today, due);
  const when =
    days === null
      ? ''
      : days < 0
        ? `, late by ${count(-days)}`
        : `, due ${days === 0 ? 'today' : `in ${count(days)}`}`;
  return `- ${name}: ${oneLine(title)}${when}${counterpart ? ` (with ${counterpart.name})` : ''}\n  ${address}${path}`;
}

function pointed(one: { readonly sentence: string; readonly path: string }, { address }: DigestWeek): string {
  return `- ${one.sentence}\n  ${address}${one.path}`;
}

function byDue(a: Holding, b: Holding): number {
  return (a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : a.id < b.id ? -1 : 1;
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
