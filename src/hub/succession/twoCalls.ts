import { daysBetween } from '../../vocabulary/daysBetween.ts';

/** Somebody of the other side, and what is between them and whoever leaves. */
export type Between = {
  readonly name: string;
  readonly email: string;
  /** Days over of each overdue commitment between the two, of either side. */
  readonly overdueDays: readonly number[];
  /** The day of the last contact; null when none is recorded. */
  readonly lastContact: string | null;
};

export type Call = { readonly name: string; readonly email: string; readonly why: string };

/** The rule by which calls are chosen, as the page says it. */
export const callRule =
  'Chosen by rule: whoever has the most overdue between us, then whoever has not been spoken with longest.';

/** The two calls to make first: the counterpart with the most overdue between us, and of the others the longest silence; the two longest where nothing is overdue. */
export function twoCalls(all: readonly Between[], today: string): Call[] {
  const [most] = all
    .filter(({ overdueDays }) => overdueDays.length > 0)
    .sort((a, b) => b.overdueDays.length - a.overdueDays.length || longest(b) - longest(a) || byName(a, b));
  const silent = all
    .filter((one) => one !== most)
    .sort((a, b) => (a.lastContact ?? '').localeCompare(b.lastContact ?? '') || byName(a, b));
  const silences = silent.slice(0, most ? 1 : 2).map((one) => callOf(one, silenceWords(one, today)));
  return [...(most ? [callOf(most, overdueWords(most))] : []), ...silences];
}

function longest({ overdueDays }: Between): number {
  return Math.max(0, ...overdueDays);
}

function byName(a: Between, b: Between): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function callOf({ name, email }: Between, why: string): Call {
  return { name, email, why };
}

function overdueWords(one: Between): string {
  const count = one.overdueDays.length;
  const most = longest(one);
  return `${count === 1 ? '1 commitment is' : `${count} commitments are`} overdue between you, the oldest by ${most === 1 ? '1 day' : `${most} days`}.`;
}

function silenceWords({ lastContact }: Between, today: string): string {
  if (lastContact === null) return 'No contact is on record.';
  const days = daysBetween(lastContact, today);
  return days === 0
    ? 'The last contact was today.'
    : `The last contact was ${days === 1 ? 'yesterday' : `${days} days ago`}.`;
}
