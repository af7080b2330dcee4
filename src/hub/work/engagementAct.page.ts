import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { countAttempt } from '../people/attempt.store.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { changeAct } from './changeEngagement.page.ts';
import { agreeAct, offerAct } from './consentActs.page.ts';
import { type EngagementAct, type Situation, situationOf, type Written } from './engagementActs.page.ts';
import { type EngagementReading, readEngagement } from './engagementReading.store.ts';
import { factsOf } from './engagementFacts.page.ts';
import { agreeWordingAct, answerAct, sendAct, wordingAct } from './jointAskActs.page.ts';
import { mayWorkOn } from './mayWork.ts';
import { pilotAct, pilotResultAct } from './pilotActs.page.ts';
import { productAct, signOffAct, useAct } from './productActs.page.ts';
import { bringsAct, secureAct, withdrawAct } from './securedActs.page.ts';
import { closeAct, resumeAct, suspendAct } from './stopActs.page.ts';
import { testAct, verdictAct } from './transferActs.page.ts';
import { engagementPath, workTrail } from './workPlace.page.ts';

const acts: readonly EngagementAct[] = [
  offerAct,
  agreeAct,
  changeAct,
  suspendAct,
  resumeAct,
  closeAct,
  testAct,
  verdictAct,
  productAct,
  useAct,
  pilotAct,
  pilotResultAct,
  signOffAct,
  wordingAct,
  agreeWordingAct,
  sendAct,
  answerAct,
  secureAct,
  withdrawAct,
  bringsAct,
];

const path = '/partnerships/:partnership/work/engagements/:engagement/:act';

/**
 * Each thing that can be done in an engagement: its form, and the answer to it. Owners and deputies may be in any role, so that the routes
 * are every member's and the rule is asked of each engagement.
 */
export const engagementActPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withAct(ask, (act, situation) => respondAct(act, situation, {})),
  },
  { method: 'post', path, access: 'members', answer: (ask) => withAct(ask, writeAct) },
];

/** The engagement that the address names; a page that says so where there is none. */
export async function withEngagement(
  ask: MemberAsk,
  answer: (reading: EngagementReading) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('engagement');
  const reading = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => readEngagement(view, id))
    : undefined;
  return reading ? answer(reading) : notFound(ask, 'There is no such work.');
}

function withAct(
  ask: MemberAsk,
  answer: (act: EngagementAct, situation: Situation) => Promise<Response>,
): Promise<Response> {
  return withEngagement(ask, async (reading) => {
    const act = acts.find(({ id }) => id === ask.context.req.param('act'));
    if (!act) return notFound(ask, 'There is no such thing to do.');
    const situation = situationOf(ask, reading);
    if (!situation || !mayWorkOn(ask.member, reading.engagement)) return respondNotYours(ask, reading);
    return answer(act, situation);
  });
}

function respondNotYours(ask: MemberAsk, { engagement }: EngagementReading): Promise<Response> {
  const owners = engagement.parties.flatMap(({ owner }) => owner?.name ?? []);
  return ask.respond({
    title: 'Not yours to do',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Not yours to do' })}${callout({
      kind: 'refusal',
      title:
        'This is done by the people of the two districts who own the work, and by their coordinators and leads.',
      body: html`${owners.length > 0 ? `It is owned by ${owners.join(' and ')}. ` : ''}<a href="${engagementPath(ask.home, engagement.id)}">Go back to the work</a>.`,
    })}`,
  });
}

/** Why a form is shown again: its errors, what somebody else did meanwhile, or that it cannot be done at all. */
type Refused = {
  readonly errors?: FieldErrors;
  readonly meanwhile?: boolean;
  readonly notNow?: boolean;
  readonly tooMany?: boolean;
};

/** The form of an act, beside what the work is; a sentence instead where it cannot be done. */
async function respondAct(act: EngagementAct, situation: Situation, refused: Refused): Promise<Response> {
  const { ask, reading } = situation;
  const { engagement } = reading;
  const back = engagementPath(ask.home, engagement.id);
  const title = act.title(situation);
  const why = act.whyNot(situation);
  const errors: FieldErrors = refused.errors ?? new Map();
  const stands = card({ title: 'How it stands', body: factsOf(ask, reading) });
  const fields = why ? '' : await act.fields(situation, writtenOf(ask), errors);
  return ask.respond({
    title: `${title}: ${engagement.title}`,
    section: 'work',
    status: statusOf(refused),
    body: html`${pageHeading({
      title,
      eyebrow: engagement.title,
      lead: why ? undefined : act.lead(situation),
      trail: workTrail(ask.home, { label: engagement.title, href: back }, { label: title }),
    })}${refused.meanwhile ? meanwhileCallout(why !== null) : ''}${refused.tooMany ? tooManyCallout() : ''}${
      why
        ? html`${callout({
            kind: 'refusal',
            title: why,
            body: html`${refused.meanwhile ? keptWords(ask.form) : ''}<a href="${back}">See how the work stands</a>.`,
          })}${stands}`
        : columns('main-side', [
            card({
              body: form({
                action: `${back}/${act.id}${queryOf(ask)}`,
                csrfToken: ask.person.csrfToken,
                submit: act.submit(situation),
                submitTone: act.tone,
                second: linkButton({ label: 'Do nothing now', href: back, tone: 'quiet' }),
                errors: [...errors].map(([field, message]) => ({ field, message })),
                body: html`<input type="hidden" name="version" value="${String(act.version(situation))}">${fields}`,
              }),
            }),
            stands,
          ])
    }`,
  });
}

/** What the form sent, without what is not the person's. */
function writtenOf({ form: sent }: MemberAsk): Written {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'csrf' && name !== 'version'));
}

/** The thing within the engagement that an act is about, kept in the form's address. */
function queryOf({ context }: MemberAsk): string {
  const about = context.req.query('about');
  return isId(about) ? `?about=${about}` : '';
}

function statusOf({ errors, meanwhile, notNow, tooMany }: Refused): 409 | 422 | 429 | undefined {
  if (tooMany) return 429;
  if (errors) return 422;
  return meanwhile || notNow ? 409 : undefined;
}

/** What one person may do in an hour in all of the work: most of it is a mail to somebody. */
const actLimit = { name: 'work by', most: 60, withinMs: 3_600_000 };

function tooManyCallout(): Content {
  return callout({
    kind: 'refusal',
    title: `You have done ${actLimit.most} things in the work within an hour, most of them a mail to somebody: please wait a while.`,
    body: 'Nothing is lost: what you wrote stands below.',
  });
}

function meanwhileCallout(isOver: boolean): Content {
  return callout({
    kind: 'warning',
    title: 'Somebody was quicker: the work has changed while you were writing.',
    body: isOver
      ? undefined
      : 'Nothing is lost: what you wrote stands below. Look at how it stands now, and send it again.',
  });
}

/** What the person wrote, to be copied where the form is not shown again. */
function keptWords(sent: Written): Content {
  const written = ['words', 'wording', 'adaptation', 'brings', 'purpose'].flatMap(
    (name) => sent[name]?.trim() || [],
  );
  return written.length > 0 ? html`What you wrote: ${written.map((text) => html`<q>${text}</q> `)}` : '';
}

async function writeAct(act: EngagementAct, situation: Situation): Promise<Response> {
  const { ask, reading } = situation;
  const again = () => withAct(ask, (same, now) => respondAct(same, now, { meanwhile: true }));
  const version = ask.form.version ?? '';
  const basedOn = /^\d{1,6}$/.test(version) ? Number(version) : -1;
  if (basedOn !== act.version(situation)) return again();
  if (act.whyNot(situation)) return respondAct(act, situation, { notNow: true });
  if (!(await countAttempt(ask.hub.database, actLimit, ask.member.personId, ask.hub.now())))
    return respondAct(act, situation, { tooMany: true });
  const outcome = await act.write(situation, basedOn);
  if (outcome.done) return ask.context.redirect(engagementPath(ask.home, reading.engagement.id), 303);
  return outcome.reason === 'errors' ? respondAct(act, situation, { errors: outcome.errors }) : again();
}
