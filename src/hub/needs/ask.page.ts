import { measureById } from '../../measures/registry.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { linkButton } from '../../page/button.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { answerForm, type RefusedAnswer, withdrawForm } from './answerForms.page.ts';
import { askBadge, askTitle } from './askItems.page.ts';
import { answerWithinDays, askStanding } from './askStanding.ts';
import { type AskReading, readAsk } from './askReading.store.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import { matchingTrail, needPath } from './matchingPlace.page.ts';
import { mayAnswerAsk, mayWithdrawAsk } from './mayAnswerAsk.ts';
import { decliningReasons, reasonName } from './needReasons.ts';
import { isId } from '../store/uuid.ts';
import { mayBeginWork } from '../work/mayWork.ts';

/** One ask: what is asked and why, and the answer. */
export const askPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/asks/:ask',
    access: 'members',
    answer: (ask) => withAsk(ask, (reading) => respondAsk(ask, reading)),
  },
];

/** The ask that the address names, with its answers and what it stood on. */
export async function withAsk(
  ask: MemberAsk,
  answer: (reading: AskReading) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('ask');
  const reading = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => readAsk(view, id))
    : undefined;
  return reading ? answer(reading) : notFound(ask, 'There is no such ask.');
}

/** The page of an ask, with the forms that its reader may send. */
export function respondAsk(ask: MemberAsk, reading: AskReading, refused?: RefusedAnswer): Promise<Response> {
  const { ask: made, asking, asked } = reading;
  const measure = measureById(made.measureId);
  const about = `${measure.shortName}: ${inSentence(studentGroupName(made.group))}`;
  const now = ask.hub.now();
  const isOpen = made.state === 'asked' || made.state === 'accepted';
  const answers = isOpen && mayAnswerAsk(ask.member, made);
  const withdraws = isOpen && mayWithdrawAsk(ask.member, made);
  const title = askTitle(made, asked.shortName);
  return ask.respond({
    title: `${title}: ${about}`,
    section: 'matching',
    status: refused ? 422 : undefined,
    body: html`${pageHeading({
      title,
      eyebrow: about,
      lead: `${asking.shortName} needs: ${made.need}`,
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: about, href: needPath(ask.home, made.needId) },
        { label: 'Ask' },
      ),
      badges: askBadge(made, now),
      meta: `${made.asker} asked ${made.to.name} on ${formatMoment(made.madeAt)}`,
    })}${meanwhileCallout(reading, refused)}${overdueCallout(ask, reading, now)}
<div class="columns columns-main-side"><div>${card({
      title: 'In their words',
      body: html`${made.words.split(/\r\n|\r|\n/).map((line) => html`<p>${line}</p>`)}${definitionList([
        {
          term: 'From',
          description: html`${made.asker}, ${asking.name}, <a href="${`mailto:${made.askerEmail}`}">${made.askerEmail}</a>`,
        },
        { term: 'To', description: `${made.to.name}, ${asked.name}` },
      ])}`,
    })}${answerCards(ask, reading)}${workCard(ask, reading)}${answers ? answerForm(ask, reading, refused) : ''}${
      withdraws ? withdrawForm(ask, reading, refused) : ''
    }</div><div>${whyCard(reading)}</div></div>`,
  });
}

/** Why they were asked, as the figures stood then. */
function whyCard({ ask, stored, asked }: AskReading): Content {
  return card({
    title: `Why ${asked.shortName}`,
    body: html`${evidenceSentences(stored.evidence, measureById(ask.measureId)).map((sentence) => html`<p>${sentence}</p>`)}`,
    footer: html`As the figures stood on ${formatMoment(stored.keptAt)}. Definition <code>${stored.evidence.definition.hash.slice(0, 12)}</code>.`,
  });
}

/** An accepted ask becomes work of both with one press. */
function workCard({ member, home }: MemberAsk, { ask: made, asking, asked }: AskReading): Content {
  const isOurs = [made.districtId, made.askingId].some((id) => id === member.districtId);
  if (made.state !== 'accepted' || !isOurs || !mayBeginWork(member)) return '';
  return card({
    title: 'From a yes to work',
    body: html`<p>More than one visit? Begin it as partner assistance: ${asked.shortName} helps ${asking.shortName}, with owners, an end, and the question whether ${asking.shortName} can do it alone.</p><p class="actions">${linkButton({ label: 'Start the work', href: `${home}/work/engagements/new?ask=${made.id}` })}</p>`,
  });
}

function meanwhileCallout({ answers }: AskReading, refused: RefusedAnswer | undefined): Content {
  const last = answers.at(-1);
  return refused?.meanwhile
    ? callout({
        kind: 'refusal',
        title: `${last?.madeBy ?? 'Somebody else'} was quicker: the ask is ${last?.state ?? 'answered'} now.`,
        body: 'What you wrote was not sent. Look at the answer below first.',
      })
    : '';
}

function overdueCallout(ask: MemberAsk, { ask: made, asked }: AskReading, now: Date): Content {
  if (askStanding(made, now) !== 'overdue') return '';
  return callout({
    kind: 'warning',
    title: `No answer for more than ${answerWithinDays} days.`,
    body: mayAnswerAsk(ask.member, made)
      ? `${made.asker} waits. No is an answer, too.`
      : `Call them, or write to a coordinator of ${asked.name}: they can answer for ${made.to.name}.`,
  });
}

const verbs = { accepted: 'said yes', declined: 'said no', withdrawn: 'took the ask back' } as const;

function answerCards(ask: MemberAsk, { answers, ask: made, asked }: AskReading): Content {
  if (answers.length === 0) return '';
  return card({
    title: 'The answer',
    body: itemList(
      answers.toReversed().map((answer) => ({
        title: `${answer.madeBy} ${verbs[answer.state]}`,
        body: html`${answer.proposedOn ? html`<strong>${formatDate(answer.proposedOn)}.</strong> ` : ''}${
          answer.reason ? `${reasonName(decliningReasons, answer.reason)}. ` : ''
        }${answer.suggestedName ? `Ask ${answer.suggestedName} instead. ` : ''}${answer.words}`,
        meta: formatMoment(answer.madeAt),
        action:
          answer.suggestedName && made.state === 'declined' && mayWithdrawAsk(ask.member, made)
            ? linkButton({
                label: `Ask ${answer.suggestedName}`,
                href: `${ask.home}/matching/asks/new?need=${made.needId}&cds=${asked.cds}&instead=${made.id}`,
              })
            : undefined,
      })),
    ),
  });
}
