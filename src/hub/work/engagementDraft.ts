import {
  type FocusAreaId,
  focusAreas,
  type ModeId,
  type StrategyId,
  strategies,
} from '../../vocabulary/partnership.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import type { Engagement, Holder } from './engagement.ts';
import { readDay, readLine, readWords } from './formFields.ts';
import { readHolders } from './holderDraft.ts';
import type { EngagementChange, OwnPart } from './moves.ts';
import { parseDay } from './parseDay.ts';

type Form = Readonly<Record<string, string>>;

/** What a form of an engagement can choose from. */
export type DraftChoices = {
  readonly mode: ModeId;
  /** People of the own district. */
  readonly members: readonly Holder[];
  readonly needIds: readonly string[];
  readonly benchmarkIds: readonly string[];
  readonly partnerIds: readonly string[];
};

/** An engagement as a person fills it in. */
export type EngagementDraft = {
  readonly title: string;
  readonly purpose: string;
  readonly product: string | null;
  readonly focusArea: FocusAreaId;
  readonly strategy: StrategyId;
  readonly needId: string | null;
  readonly benchmarkId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly partnerIds: readonly string[];
  readonly own: OwnPart & { readonly owner: Holder; readonly deputy: Holder };
};

/** A new engagement; `weHelp` says who helps whom where the mode has such sides. */
export type NewEngagementDraft = EngagementDraft & { readonly weHelp: boolean };

/** Reads a new engagement. Its end does not lie behind `today`. */
export function parseNewEngagement(
  form: Form,
  choices: DraftChoices & { readonly today: string; readonly isSideKnown: boolean },
): Parsed<NewEngagementDraft> {
  const errors = new Map<string, string>();
  const draft = readEngagement(form, choices, errors);
  const end = parseDay(form.endsOn ?? '');
  if (end.ok && end.day < choices.today && !errors.has('endsOn'))
    errors.set('endsOn', 'This end lies behind us already.');
  if (choices.mode === 'assistance' && !choices.isSideKnown && form.side !== 'give' && form.side !== 'get')
    errors.set('side', 'Choose who helps whom.');
  if (errors.size > 0 || !draft) return { ok: false, errors };
  return { ok: true, value: { ...draft, weHelp: form.side === 'give' } };
}

/** Reads a change of an engagement, with why. One that changes nothing is refused. */
export function parseEngagementChange(
  form: Form,
  choices: DraftChoices,
  was: Engagement,
  districtId: string,
): Parsed<EngagementChange> {
  const errors = new Map<string, string>();
  const draft = readEngagement(form, choices, errors);
  const words = readWords(
    form,
    'words',
    errors,
    'Say why it changes: the partner reads it, and the old words stay.',
  );
  if (errors.size > 0 || !draft || !words) return { ok: false, errors };
  const { partnerIds, ...rest } = draft;
  const partners = partnerIds.map((id) => was.partners.find((one) => one.id === id) ?? newPartner(id));
  const change = { ...rest, partners };
  if (isSame(change, was, districtId)) {
    errors.set('title', 'Nothing is different from how it stands.');
    return { ok: false, errors };
  }
  return { ok: true, value: { ...change, words } };
}

function newPartner(id: string): Engagement['partners'][number] {
  return { id, name: '', kind: 'university', brings: null, exclusivity: null };
}

function isSame(change: Omit<EngagementChange, 'words'>, was: Engagement, districtId: string): boolean {
  const own = was.parties.find((party) => party.districtId === districtId);
  const told = ({ own: part, partners, ...rest }: Omit<EngagementChange, 'words'>) =>
    JSON.stringify([
      Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [part.brings, part.owner?.email, part.deputy?.email],
      partners.map(({ id }) => id).toSorted(),
    ]);
  const { title, purpose, product, focusArea, strategy, needId, benchmarkId, startsOn, endsOn, partners } =
    was;
  const before = {
    title,
    purpose,
    product,
    focusArea,
    strategy,
    needId,
    benchmarkId,
    startsOn,
    endsOn,
    partners,
  };
  return own !== undefined && told(change) === told({ ...before, own });
}

function readEngagement(
  form: Form,
  choices: DraftChoices,
  errors: Map<string, string>,
): EngagementDraft | undefined {
  const { mode } = choices;
  const title = readLine(form, 'title', errors, 'Give the work a title of a few words.');
  const purpose = readWords(form, 'purpose', errors, 'Say in your own words what the work is for.');
  const product =
    mode === 'joint' ? readLine(form, 'product', errors, 'Say what the two of you make: one thing.') : null;
  const focusArea = focusAreas.find(({ id }) => id === form.focusArea)?.id;
  if (!focusArea) errors.set('focusArea', 'Choose a focus area.');
  const strategy = strategies.find(({ id }) => id === form.strategy)?.id;
  if (!strategy) errors.set('strategy', 'Choose the strategy it serves.');
  const needId = readChoice(form, 'need', choices.needIds, errors);
  const benchmarkId = readChoice(form, 'benchmark', choices.benchmarkIds, errors);
  const startsOn = readDay(form, 'startsOn', errors);
  const endsOn = readDay(form, 'endsOn', errors);
  if (startsOn && endsOn && endsOn < startsOn) errors.set('endsOn', 'It ends before it begins.');
  const partnerIds =
    mode === 'external' ? choices.partnerIds.filter((id) => form[`partner-${id}`] === id) : [];
  if (mode === 'external' && partnerIds.length === 0)
    errors.set('partners', 'Choose at least one external partner.');
  const brings = readWords(form, 'brings', errors, 'Say what your district gives to it.');
  const holders = readHolders(form, choices.members, errors);
  if (!title || !purpose || !focusArea || !strategy || !startsOn || !endsOn || !holders) return undefined;
  const what = { title, purpose, product, focusArea, strategy, needId, benchmarkId, startsOn, endsOn };
  return { ...what, partnerIds, own: { brings, ...holders } };
}

function readChoice(
  form: Form,
  field: string,
  ids: readonly string[],
  errors: Map<string, string>,
): string | null {
  const picked = form[field] ?? '';
  if (picked === '') return null;
  if (!ids.includes(picked)) errors.set(field, 'Choose one of the list, or none.');
  return picked;
}
