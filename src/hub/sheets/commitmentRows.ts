import { inSentence } from '../../vocabulary/inSentence.ts';
import {
  type CommitmentDraft,
  type CommitmentStep,
  longestPromise,
  parseCommitmentDraft,
  parseDone,
  parseDrop,
  parseHandOver,
  parseMove,
  parseReopened,
} from '../commitments/commitmentDraft.ts';
import { droppingReasons, movingReasons } from '../commitments/commitmentReasons.ts';
import { elseChoice, type NamedPerson } from '../commitments/namedPerson.ts';
import { parseDay } from '../work/parseDay.ts';
import type { FieldChange, KeptRow } from './sheetRow.ts';
import type { StandingCommitment } from './standing.ts';

type Cells = Readonly<Record<string, string>>;

/** A commitment as a row of the sheet. */
export function commitmentRow(commitment: StandingCommitment): KeptRow {
  const { id, version, districtId, what, due, owner, deputy, state, doneOn } = commitment;
  return {
    id,
    version,
    districtId,
    title: what,
    cells: {
      'What is promised': what,
      Due: due,
      Owner: owner.name,
      'Owner’s mail': owner.email,
      Deputy: deputy?.name ?? '',
      'Deputy’s mail': deputy?.email ?? '',
      State: state,
      'Done on': doneOn ?? '',
    },
  };
}

/** A row with its days as the store writes them, its state in small letters, and a mail address without capitals. */
export function plainCells(cells: Cells): Cells {
  const day = (text: string | undefined) => {
    const parsed = parseDay(text ?? '');
    return parsed.ok ? parsed.day : (text ?? '');
  };
  return {
    ...cells,
    Due: day(cells.Due),
    'Done on': day(cells['Done on']),
    State: (cells.State ?? '').toLowerCase(),
    'Owner’s mail': (cells['Owner’s mail'] ?? '').toLowerCase(),
    'Deputy’s mail': (cells['Deputy’s mail'] ?? '').toLowerCase(),
  };
}

export type Context = {
  /** The people of the district. */
  readonly members: readonly NamedPerson[];
  readonly today: string;
};

export type RowSteps =
  | { readonly ok: true; readonly steps: readonly CommitmentStep[] }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** The acts that make a commitment what its row says now, in the order in which they are done; or what is not right. */
export function commitmentSteps(
  commitment: Pick<StandingCommitment, 'state' | 'due' | 'owner'>,
  fields: readonly FieldChange[],
  cells: Cells,
  { members, today }: Context,
): RowSteps {
  const changed = (...columns: readonly string[]) => fields.some(({ column }) => columns.includes(column));
  const steps: CommitmentStep[] = [];
  const sentences: string[] = [];
  const take = (parsed: ReadStep) => {
    if (parsed.ok) steps.push(parsed.value);
    else sentences.push(...parsed.errors.values());
  };
  const words = cells['In your own words'] ?? '';
  const state = cells.State ?? '';
  if (!['open', 'done', 'dropped'].includes(state))
    sentences.push(`State is open, done or dropped, not “${state}”.`);
  if (commitment.state !== 'open' && !changed('State') && fields.length > 0)
    sentences.push(`It is ${commitment.state}: write open into its State to change it.`);
  if (changed('State') && state === 'open') take(parseReopened({ due: cells.Due ?? '', words }, today));
  if (changed('What is promised')) {
    const what = (cells['What is promised'] ?? '').trim();
    if (what && what.length <= longestPromise) steps.push({ step: 'worded', what, words: words || null });
    else sentences.push(what ? `Keep it under ${longestPromise} characters.` : 'Say what is promised.');
  }
  if (changed('Owner', 'Owner’s mail', 'Deputy', 'Deputy’s mail'))
    take(handOver(commitment, cells, members, words));
  if (changed('Due') && !(changed('State') && state === 'open'))
    take(
      parseMove(
        { due: cells.Due ?? '', reason: reasonId(movingReasons, cells.Why), words },
        { due: commitment.due, today },
      ),
    );
  if (changed('State', 'Done on') && state === 'done') {
    if (changed('State')) take(parseDone({ doneOn: cells['Done on'] ?? '', words }, today));
    else sentences.push('The day on which it was done stays as it was said: take it up again first.');
  }
  if (changed('State') && state === 'dropped')
    take(parseDrop({ reason: reasonId(droppingReasons, cells.Why), words }));
  return sentences.length > 0 ? { ok: false, sentences } : { ok: true, steps };
}

type ReadStep =
  | { readonly ok: true; readonly value: CommitmentStep }
  | { readonly ok: false; readonly errors: ReadonlyMap<string, string> };

/** A hand-over whose owner stays is one of the deputy alone. */
function handOver(
  { owner }: Pick<StandingCommitment, 'owner'>,
  cells: Cells,
  members: readonly NamedPerson[],
  words: string,
): ReadStep {
  const form = { ...personFields('owner', cells, members), ...personFields('deputy', cells, members), words };
  const keepsOwner = owner.email === cells['Owner’s mail'];
  const parsed = parseHandOver(form, { members, owner: keepsOwner ? { ...owner, email: '' } : owner });
  if (parsed.ok && keepsOwner) return { ok: true, value: { ...parsed.value, owner } };
  return parsed;
}

function personFields(
  part: 'owner' | 'deputy',
  cells: Cells,
  members: readonly NamedPerson[],
): Record<string, string> {
  const title = part === 'owner' ? 'Owner' : 'Deputy';
  const [name, email] = [cells[title] ?? '', cells[`${title}’s mail`] ?? ''];
  if (name === '' && email === '') return {};
  const member = members.find((one) => one.email === email);
  return member?.personId
    ? { [part]: member.personId }
    : { [part]: elseChoice, [`${part}Name`]: name, [`${part}Email`]: email };
}

/** The id of a reason that is written by its name, in any case of letters. */
function reasonId(reasons: readonly { readonly id: string; readonly name: string }[], written = ''): string {
  const same = (one: string) =>
    one.trim().toLowerCase().replace(/\.$/, '') === written.trim().toLowerCase().replace(/\.$/, '');
  return reasons.find(({ id, name }) => same(name) || same(id))?.id ?? '';
}

/** The names of the reasons that “Why” takes. */
export const whyNames: readonly string[] = [
  ...new Set([...movingReasons, ...droppingReasons].map(({ name }) => inSentence(name))),
];

/** A new row without an id as a new commitment. */
export function newCommitment(
  cells: Cells,
  { members, today }: Context,
):
  | { readonly ok: true; readonly draft: CommitmentDraft }
  | { readonly ok: false; readonly sentences: readonly string[] } {
  const state = cells.State ?? '';
  const parsed = parseCommitmentDraft(
    {
      what: cells['What is promised'] ?? '',
      due: cells.Due ?? '',
      ...personFields('owner', cells, members),
      ...personFields('deputy', cells, members),
    },
    { members, engagementIds: [], benchmarkIds: [], contactIds: [], today },
  );
  const sentences = [
    ...(parsed.ok ? [] : parsed.errors.values()),
    ...(state === '' || state === 'open'
      ? []
      : ['A new commitment is open: say that it is done once it stands.']),
  ];
  return parsed.ok && sentences.length === 0 ? { ok: true, draft: parsed.value } : { ok: false, sentences };
}
