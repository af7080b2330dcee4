import { callout } from '../../page/callout.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { safeReturnPath } from '../web/safeReturnPath.ts';
import { type FoundCommitment, respondCommitment, withCommitment } from './commitment.page.ts';
import {
  type CommitmentStep,
  parseDone,
  parseDrop,
  parseHandOver,
  parseMove,
  parseReopened,
} from './commitmentDraft.ts';
import type { StepPart } from './commitmentForms.page.ts';
import { changedMails, givenMails } from './commitmentMails.page.ts';
import { commitmentPath } from './commitmentPath.ts';
import { insertCommitmentStep } from './commitments.store.ts';
import { mayActOnCommitment } from './mayActOnCommitment.ts';

const parts = ['done', 'move', 'hand-over', 'drop', 'reopen'] as const satisfies readonly StepPart[];

/** Acts on a commitment. Its owner may be in any role, so that the routes are every member's and the rule is asked of each commitment. */
export const changeCommitmentPages: Route[] = parts.map((part) => ({
  method: 'post',
  path: `/partnerships/:partnership/work/commitments/:commitment/${part}`,
  access: 'members',
  answer: (ask) => withCommitment(ask, (found) => changeCommitment(ask, found, part)),
}));

async function changeCommitment(ask: MemberAsk, found: FoundCommitment, part: StepPart): Promise<Response> {
  const { commitment, parties, members } = found;
  if (!mayActOnCommitment(ask.member, commitment)) return respondNotYours(ask, found);
  const parsed = parsePart(ask, found, part);
  const written = ask.form;
  if (!parsed.ok) return respondCommitment(ask, found, { part, errors: parsed.errors, written });
  const act = parsed.value;
  const at = ask.hub.now();
  const { baseUrl, replyAddress } = ask.hub.config;
  const context = { baseUrl, replyAddress, parties, members };
  const version = ask.form.version ?? '';
  const basedOn = /^\d{1,6}$/.test(version) ? Number(version) : 0;
  const outcome = await asMember(ask.hub.database, ask.member, async (view) => {
    const isStale = basedOn !== commitment.version;
    const mails =
      isStale || act.step === 'done' || act.step === 'worded' || act.step === 'reopened'
        ? []
        : act.step === 'handed over'
          ? await givenMails(view, { ...commitment, ...act }, context, at)
          : changedMails(view, commitment, act, context);
    return insertCommitmentStep(view, commitment, basedOn, act, mails, at);
  });
  if (!outcome.done)
    return withCommitment(ask, (now) =>
      respondCommitment(ask, now, { part, errors: new Map(), written, meanwhile: true }),
    );
  return ask.context.redirect(backTo(ask, commitment.id), 303);
}

/** Where it was pressed: the list, another page of this partnership, or its own page. */
function backTo({ home, form }: MemberAsk, commitmentId: string): string {
  if (form.from === 'list') return `${home}/work/commitments`;
  const from = safeReturnPath(form.from);
  return from?.startsWith(`${home}/work/`) ? `${from}#commitments` : commitmentPath(home, commitmentId);
}

function parsePart(
  ask: MemberAsk,
  { commitment, members }: FoundCommitment,
  part: StepPart,
): Parsed<CommitmentStep> {
  const today = calendarDay(ask.hub.now());
  switch (part) {
    case 'done':
      return parseDone(ask.form, today);
    case 'move':
      return parseMove(ask.form, { due: commitment.due, today });
    case 'hand-over':
      return parseHandOver(ask.form, {
        members: members.filter(({ districtId }) => districtId === commitment.districtId),
        owner: commitment.owner,
      });
    case 'drop':
      return parseDrop(ask.form);
    case 'reopen':
      return parseReopened(ask.form, today);
  }
}

function respondNotYours(ask: MemberAsk, { commitment, parties }: FoundCommitment): Promise<Response> {
  const party = parties.find(({ districtId }) => districtId === commitment.districtId);
  return ask.respond({
    title: 'Not yours to do',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Not yours to do' })}${callout({
      kind: 'refusal',
      title: `This was promised by ${party?.name ?? 'another district'}: ${commitment.owner.name} says how it stands.`,
      body: html`<a href="${commitmentPath(ask.home, commitment.id)}">Go back</a> or write to <a href="${`mailto:${commitment.owner.email}`}">${commitment.owner.name}</a>.`,
    })}`,
  });
}
