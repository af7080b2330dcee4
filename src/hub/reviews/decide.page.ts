import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Decidable, decidables } from './decidables.ts';
import { parseDecision, parseDecisionAnswer } from './decisionDraft.ts';
import { insertDecision, insertDecisionAnswer } from './decisions.store.ts';
import { bindingRoles, reviewingRoles } from './mayReview.ts';
import { respondReview, withReview } from './review.page.ts';
import { reviewMails } from './reviewMail.ts';
import { reviewPath, reviewTrail } from './reviewPlace.page.ts';
import type { ReviewReading } from './reviewReading.store.ts';
import { choices, decisionReasons, entryName } from './reviewWords.ts';

const path = '/partnerships/:partnership/reviews/:review';

/** Deciding after a review what goes on: one district proposes, the other agrees or not. */
export const decidePages: Route[] = [
  {
    method: 'get',
    path: `${path}/decide`,
    access: reviewingRoles,
    answer: (ask) => withReview(ask, (reading) => respondDecide(ask, reading, new Map())),
  },
  {
    method: 'post',
    path: `${path}/decide`,
    access: reviewingRoles,
    answer: (ask) => withReview(ask, (reading) => decide(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/decisions/:decision`,
    access: bindingRoles,
    answer: (ask) => withReview(ask, (reading) => answerDecision(ask, reading)),
  },
];

const notSigned =
  'Nothing is decided before every district has signed the pack: a decision is tied to what both have seen.';
const noDistrict = 'People of a district decide for it, and you belong to none of this partnership.';

function findAbout(sealed: Pack, key: string | undefined): Decidable | undefined {
  return decidables(sealed).find((one) => one.key === key);
}

function respondDecide(ask: MemberAsk, reading: ReviewReading, errors: FieldErrors): Promise<Response> {
  const { review, sealed, standing } = reading;
  if (!sealed || standing.state !== 'signed') return respondReview(ask, reading, { refusal: notSigned });
  const all = decidables(sealed);
  const key = ask.form.about ?? ask.context.req.query('about');
  const group = (title: string, kind: Decidable['about']) => ({
    group: title,
    options: all
      .filter(({ about }) => about === kind)
      .map(({ key: value, title: label }) => ({ value, label })),
  });
  return ask.respond({
    title: 'Propose a decision',
    section: 'reviews',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Propose a decision',
      eyebrow: review.title,
      lead: 'What the pack showed of it is quoted beside the decision, so that in a year everybody knows what it rested on.',
      trail: reviewTrail(
        ask.home,
        { label: review.title, href: reviewPath(ask.home, review.id) },
        { label: 'Decide' },
      ),
    })}${card({
      body: form({
        action: `${reviewPath(ask.home, review.id)}/decide`,
        csrfToken: ask.person.csrfToken,
        submit: 'Propose it',
        second: linkButton({ label: 'Not now', href: reviewPath(ask.home, review.id), tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${selectField({
          id: 'about',
          name: 'about',
          label: 'About',
          value: key,
          error: errors.get('about'),
          options: [group('Benchmarks', 'benchmark'), group('Work', 'engagement')],
        })}${radioGroup({
          id: 'choice',
          name: 'choice',
          label: 'What you propose',
          value: ask.form.choice,
          error: errors.get('choice'),
          choices: choices.map(({ id, name, means }) => ({ value: id, label: name, hint: means })),
        })}${selectField({
          id: 'reason',
          name: 'reason',
          label: 'Why',
          value: ask.form.reason,
          error: errors.get('reason'),
          options: decisionReasons.map(({ id, name }) => ({ value: id, label: name })),
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'In your own words',
          rows: 3,
          value: ask.form.words,
          error: errors.get('words'),
        })}`,
      }),
    })}${card({
      title: 'What the pack showed',
      tone: 'quiet',
      body: html`<dl class="definitions">${all.map(({ title, saw }) => html`<div><dt>${title}</dt><dd>${saw}</dd></div>`)}</dl>`,
    })}`,
  });
}

async function decide(ask: MemberAsk, reading: ReviewReading): Promise<Response> {
  const { review, sealed, standing, members, parties } = reading;
  const { pack } = standing;
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!sealed || !pack || standing.state !== 'signed')
    return respondReview(ask, reading, { refusal: notSigned });
  if (!own) return respondReview(ask, reading, { refusal: noDistrict });
  const parsed = parseDecision(ask.form);
  const about = findAbout(sealed, ask.form.about);
  const errors = new Map(parsed.ok ? [] : parsed.errors);
  if (!about) errors.set('about', 'Choose what the decision is about.');
  const waiting = reading.decisions.some(
    ({ aboutId, answers }) => aboutId === about?.id && !answers.some(({ agrees }) => !agrees),
  );
  if (waiting) errors.set('about', 'There is a decision about it in this review already.');
  if (!parsed.ok || !about || errors.size > 0) return respondDecide(ask, reading, errors);
  const { choice, reason, words } = parsed.value;
  const said = `${entryName(choices, choice)}: ${about.title}`;
  await asMember(ask.hub.database, ask.member, (view) =>
    insertDecision(
      view,
      own.districtId,
      {
        reviewId: review.id,
        packHash: pack.hash,
        about: about.about,
        aboutId: about.id,
        aboutTitle: about.title,
        choice,
        reason,
        words,
        saw: about.saw,
      },
      reviewMails({
        members,
        butPersonId: ask.member.personId,
        subject: `${own.shortName} proposes: ${said}`,
        sentences: [
          `${ask.member.name} proposes for ${own.name}: ${said}.`,
          `What was seen: “${about.saw}”`,
          `${entryName(decisionReasons, reason)}. ${words}`,
          'It stands once the superintendent of each other district has agreed.',
        ],
        address: `${ask.hub.config.baseUrl}${reviewPath(ask.home, review.id)}`,
      }),
      ask.hub.now(),
    ),
  );
  return ask.context.redirect(`${reviewPath(ask.home, review.id)}#decisions`, 303);
}

async function answerDecision(ask: MemberAsk, reading: ReviewReading): Promise<Response> {
  const { review, decisions, members, parties } = reading;
  const decision = decisions.find(({ id }) => id === ask.context.req.param('decision'));
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!decision) return respondReview(ask, reading, { refusal: 'There is no such decision.' });
  if (!own || own.districtId === decision.districtId)
    return respondReview(ask, reading, {
      refusal: own ? 'Your own district proposed it: another one answers.' : noDistrict,
    });
  const parsed = parseDecisionAnswer(ask.form);
  if (!parsed.ok) return respondReview(ask, reading, { form: { form: 'answer', errors: parsed.errors } });
  const { agrees } = parsed.value;
  const said = `${entryName(choices, decision.choice)}: ${decision.aboutTitle}`;
  const given = await asMember(ask.hub.database, ask.member, (view) =>
    insertDecisionAnswer(
      view,
      own.districtId,
      decision,
      parsed.value,
      reviewMails({
        members,
        butPersonId: ask.member.personId,
        subject: `${own.shortName} ${agrees ? 'agrees' : 'does not agree'}: ${said}`,
        sentences: [
          `${ask.member.name} ${agrees ? 'agrees' : 'does not agree'} for ${own.name}: ${said}.`,
          ...(parsed.value.words ? [parsed.value.words] : []),
        ],
        address: `${ask.hub.config.baseUrl}${reviewPath(ask.home, review.id)}`,
      }),
      ask.hub.now(),
    ),
  );
  if (given) return ask.context.redirect(`${reviewPath(ask.home, review.id)}#decisions`, 303);
  return respondReview(ask, reading, { refusal: 'Your district has answered already: nothing was changed.' });
}
