import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type CommitmentDraft, parseCommitmentDraft } from '../commitments/commitmentDraft.ts';
import { readQuarterHours } from '../commitments/hoursDraft.ts';
import { elseChoice, type NamedPerson } from '../commitments/namedPerson.ts';

type Form = Readonly<Record<string, string>>;

export type DecisionDraft = { readonly decision: string; readonly reason: string };

/** What one district gave the other at a contact, in quarters of an hour. */
export type GivenHours = {
  readonly givesId: string;
  readonly receivesId: string;
  readonly quarterHours: number;
};

export type MinutesDraft = {
  readonly notes: string;
  /** Mail addresses of those who were there. */
  readonly attended: ReadonlySet<string>;
  readonly decisions: readonly DecisionDraft[];
  /** Each is promised by the district of its owner. */
  readonly commitments: readonly (CommitmentDraft & { readonly districtId: string })[];
  readonly hours: readonly GivenHours[];
  /** Of the hours, where the contact belongs to no engagement. */
  readonly focusArea: FocusAreaId | null;
};

export type MinutesContext = {
  readonly people: readonly { readonly email: string }[];
  readonly members: readonly (NamedPerson & { readonly districtId: string | null })[];
  readonly parties: readonly { readonly districtId: string; readonly position: number }[];
  readonly engagement: { readonly id: string; readonly focusArea: FocusAreaId } | undefined;
  readonly contactId: string;
  /** The district that received the others: what others gave, they gave to it. */
  readonly hostId: string;
  /** Calendar date. */
  readonly today: string;
};

/** So many rows for decisions and commitments stand on the form. */
export const minutesRows = 3;
export const longestNotes = 8000;
const longestDecision = 500;

/** The name of a field in one row of several. */
export function rowField(name: string, row: number): string {
  return `${name}-${row}`;
}

/** Reads the minutes, or says field by field what is not right. Rows that are empty are no rows. */
export function parseMinutes(form: Form, context: MinutesContext): Parsed<MinutesDraft> {
  const errors = new Map<string, string>();
  const notes = form.notes?.trim() ?? '';
  if (!notes) errors.set('notes', 'Write down in a few lines what was seen and said.');
  else if (notes.length > longestNotes)
    errors.set('notes', `Keep the notes under ${longestNotes} characters.`);
  const attended = new Set(
    context.people.filter((_, i) => form[rowField('attended', i + 1)]).map(({ email }) => email),
  );
  if (attended.size === 0) errors.set('attended-1', 'Tick who was there.');
  const rows = Array.from({ length: minutesRows }, (_, i) => i + 1);
  const decisions = rows.flatMap((row) => readDecision(form, row, errors));
  const commitments = rows.flatMap((row) => readCommitment(form, row, context, errors));
  const hours = context.parties.flatMap(({ districtId, position }): GivenHours[] => {
    const field = rowField('gave', position);
    if (!form[field]?.trim() || /^0([.,]0*)?$/.test(form[field]?.trim() ?? '')) return [];
    const quarterHours = readQuarterHours(form[field], field, errors);
    const others = context.parties.filter((one) => one.districtId !== districtId);
    const receives = others.find((one) => one.districtId === context.hostId) ?? others[0];
    if (quarterHours === undefined || !receives) return [];
    return [{ givesId: districtId, receivesId: receives.districtId, quarterHours }];
  });
  const focusArea =
    context.engagement?.focusArea ?? focusAreas.find(({ id }) => id === form.focusArea)?.id ?? null;
  if (hours.length > 0 && !focusArea) errors.set('focusArea', 'Choose the focus area the hours belong to.');
  if (errors.size > 0) return { ok: false, errors };
  return { ok: true, value: { notes, attended, decisions, commitments, hours, focusArea } };
}

/** What a form sends for somebody of a district who has no account. */
export function elseOf(districtId: string): string {
  return `${elseChoice} ${districtId}`;
}

function readDecision(form: Form, row: number, errors: Map<string, string>): DecisionDraft[] {
  const [decisionField, reasonField] = [rowField('decision', row), rowField('reason', row)];
  const decision = form[decisionField]?.trim() ?? '';
  const reason = form[reasonField]?.trim() ?? '';
  if (!decision && !reason) return [];
  if (!decision) errors.set(decisionField, 'Say what was decided, or leave the reason empty, too.');
  if (!reason) errors.set(reasonField, 'Say why: in a year nobody will remember.');
  for (const [field, text] of [
    [decisionField, decision],
    [reasonField, reason],
  ] as const)
    if (text.length > longestDecision) errors.set(field, `Keep this under ${longestDecision} characters.`);
  return [{ decision, reason }];
}

function readCommitment(
  form: Form,
  row: number,
  { members, parties, engagement, contactId, today }: MinutesContext,
  errors: Map<string, string>,
): MinutesDraft['commitments'] {
  const field = (name: string) => rowField(name, row);
  const owner = field('owner');
  const fields = [field('what'), field('due'), owner, `${owner}Name`, `${owner}Email`];
  if (!fields.some((name) => form[name]?.trim())) return [];
  const people = members.filter(({ districtId }) => districtId !== null);
  const about = { members: people, engagementIds: [], benchmarkIds: [], contactIds: [], today };
  const elseId = parties.find(({ districtId }) => form[owner] === elseOf(districtId))?.districtId;
  const written = elseId ? { ...form, [owner]: elseChoice } : form;
  const parsed = parseCommitmentDraft(written, about, field);
  if (!parsed.ok) for (const [name, sentence] of parsed.errors) errors.set(name, sentence);
  if (!parsed.ok) return [];
  const { personId } = parsed.value.owner;
  const districtId = personId === null ? elseId : people.find((one) => one.personId === personId)?.districtId;
  if (!districtId) {
    errors.set(owner, 'Say of which district they are: it is its promise.');
    return [];
  }
  return [{ ...parsed.value, engagementId: engagement?.id ?? null, contactId, districtId }];
}

/** What somebody says after a contact. */
export type ContactNoteDraft = {
  readonly tookAway: string;
  readonly willTry: string | null;
  readonly shouldHaveAsked: string | null;
};

const longestNote = 1000;

/** Reads the three answers; the first is needed. */
export function parseContactNote(form: Form): Parsed<ContactNoteDraft> {
  const errors = new Map<string, string>();
  const text = (field: string) => {
    const written = form[field]?.trim() ?? '';
    if (written.length > longestNote) errors.set(field, `Keep this under ${longestNote} characters.`);
    return written || null;
  };
  const tookAway = text('tookAway');
  if (!tookAway) errors.set('tookAway', 'One sentence is enough.');
  const willTry = text('willTry');
  const shouldHaveAsked = text('shouldHaveAsked');
  return errors.size > 0 || !tookAway
    ? { ok: false, errors }
    : { ok: true, value: { tookAway, willTry, shouldHaveAsked } };
}
