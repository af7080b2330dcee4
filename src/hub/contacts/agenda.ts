import { type CommitmentState, commitmentStanding } from '../commitments/commitmentStanding.ts';

/** One line of a generated agenda, with why it is on it. */
export type AgendaItem = {
  readonly title: string;
  readonly why: string;
  /** Calendar date by which it is promised. */
  readonly due: string | null;
  /** Of its page, after the partnership's own path. */
  readonly path: string | null;
};

/** Parts of a generated agenda, in their order. */
type PartTitle = 'Overdue by then' | 'New results' | 'Decisions that wait' | 'Open commitments';

export type AgendaPart = { readonly title: PartTitle; readonly items: readonly AgendaItem[] };

type Promised = {
  readonly id: string;
  readonly what: string;
  readonly due: string;
  readonly state: CommitmentState;
  readonly districtId: string;
  readonly owner: { readonly name: string };
};

export type AgendaSource = {
  /** Of the engagement the contact belongs to; of all where it belongs to none. */
  readonly commitments: readonly Promised[];
  /** A result and what it says in a sentence, newest first. */
  readonly results: readonly AgendaItem[];
  /** What somebody has to decide. */
  readonly waiting: readonly AgendaItem[];
  readonly nameOf: (districtId: string) => string;
  /** The day of the contact. */
  readonly on: string;
};

const mostItems = 6;

/** What is due between two districts when they meet: overdue promises, those that are open, new results, decisions that wait. Parts without items are left out. */
export function generatedAgenda(source: AgendaSource): AgendaPart[] {
  const { commitments, results, waiting, nameOf, on } = source;
  const open = commitments
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
  const item = (one: Promised): AgendaItem => ({
    title: one.what,
    why: `${nameOf(one.districtId)} promised it, ${one.owner.name} does it`,
    due: one.due,
    path: `/work/commitments/${one.id}`,
  });
  const parts: AgendaPart[] = [
    { title: 'Overdue by then', items: open.filter((one) => isLate(one, on)).map(item) },
    { title: 'New results', items: results },
    { title: 'Decisions that wait', items: waiting },
    { title: 'Open commitments', items: open.filter((one) => !isLate(one, on)).map(item) },
  ];
  return parts
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({ title, items: items.slice(0, mostItems) }));
}

function isLate(one: Promised, on: string): boolean {
  return commitmentStanding(one, on) === 'overdue';
}
