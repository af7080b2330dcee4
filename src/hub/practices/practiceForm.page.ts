import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textArea } from '../../page/textArea.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { practiceRoles } from './mayShapePractices.ts';
import { contextOf, type PracticeChoices, readPracticeChoices } from './practiceChoices.store.ts';
import { groupFields, parsePracticeChange, parsePracticeDraft } from './practiceDraft.ts';
import { practiceFields } from './practiceFields.page.ts';
import { practiceOfCycle } from './practiceOfCycle.store.ts';
import { basedOnOf, practicePath, practiceTrail, respondNotYours } from './practicePlace.page.ts';
import {
  insertPractice,
  insertPracticeChange,
  type Practice,
  type PracticeVersion,
  selectOptionalPractice,
  selectPracticeVersions,
} from './practices.store.ts';
import { tickName } from './readField.ts';

const path = '/partnerships/:partnership/practices';

/** Entering a practice, and describing one anew: a version with its reason. */
export const practiceFormPages: Route[] = [
  {
    method: 'get',
    path: `${path}/new`,
    access: practiceRoles,
    answer: (ask) =>
      withChoices(ask, async (choices) => respondNew(ask, choices, await prefilled(ask), new Map())),
  },
  {
    method: 'post',
    path: `${path}/new`,
    access: practiceRoles,
    answer: (ask) => withChoices(ask, (choices) => enterPractice(ask, choices)),
  },
  {
    method: 'get',
    path: `${path}/:practice/change`,
    access: practiceRoles,
    answer: (ask) =>
      withFound(ask, (found) => respondChange(ask, found, writtenOf(found.practice), new Map())),
  },
  {
    method: 'post',
    path: `${path}/:practice/change`,
    access: practiceRoles,
    answer: (ask) => withFound(ask, (found) => changePractice(ask, found)),
  },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly practice: Practice;
  readonly latest: PracticeVersion;
  readonly choices: PracticeChoices;
};

function withChoices(
  ask: MemberAsk,
  answer: (choices: PracticeChoices) => Promise<Response>,
): Promise<Response> {
  if (ask.member.districtId === null)
    return respondNotYours(ask, {
      title: 'Practices are entered by the districts',
      sentence: 'You belong to no district of the partnership, so you see practices and enter none.',
      back: `${ask.home}/practices`,
    });
  return asMember(ask.hub.database, ask.member, readPracticeChoices).then(answer);
}

async function withFound(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('practice');
  const read = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => ({
        practice: await selectOptionalPractice(view, id),
        versions: await selectPracticeVersions(view, id),
      }))
    : undefined;
  const latest = read?.versions[0];
  const practice = read?.practice;
  if (!practice || !latest) return notFound(ask, 'There is no such practice.');
  return withChoices(ask, (choices) => answer({ practice, latest, choices }));
}

/** What the address of the form knows already: where it came from. */
async function prefilled({ context, member, hub }: MemberAsk): Promise<Written> {
  const cycle = context.req.query('cycle');
  return {
    district: member.districtId ?? '',
    engagement: context.req.query('engagement') ?? '',
    need: context.req.query('need') ?? '',
    ...(await asMember(hub.database, member, (view) => practiceOfCycle(view, cycle))),
  };
}

function respondNew(
  ask: MemberAsk,
  choices: PracticeChoices,
  written: Written,
  errors: FieldErrors,
): Promise<Response> {
  return ask.respond({
    title: 'Enter a practice',
    section: 'practices',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Enter a practice',
      lead: 'Something you do that another district could take up. Studies, and what came of it, are added to it later.',
      trail: practiceTrail(ask.home, { label: 'Enter' }),
    })}${card({
      body: form({
        action: `${ask.home}/practices/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Enter the practice',
        second: linkButton({ label: 'Back to the practices', href: `${ask.home}/practices`, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: practiceFields(choices, written, errors),
      }),
    })}`,
  });
}

async function enterPractice(ask: MemberAsk, choices: PracticeChoices): Promise<Response> {
  const parsed = parsePracticeDraft(ask.form, contextOf(choices));
  if (!parsed.ok) return respondNew(ask, choices, ask.form, parsed.errors);
  const id = await asMember(ask.hub.database, ask.member, (view) =>
    insertPractice(view, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(practicePath(ask.home, id), 303);
}

function respondChange(
  ask: MemberAsk,
  { practice, latest, choices }: Found,
  written: Written,
  errors: FieldErrors,
  isStale = false,
): Promise<Response> {
  const home = practicePath(ask.home, practice.id);
  return ask.respond({
    title: `Describe anew: ${practice.name}`,
    section: 'practices',
    status: errors.size > 0 || isStale ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Describe it anew',
      lead: `${practice.name} becomes version ${practice.version + 1}; who took up an earlier version stays with that one.`,
      trail: practiceTrail(ask.home, { label: practice.name, href: home }, { label: 'Describe anew' }),
    })}${
      isStale
        ? callout({
            kind: 'refusal',
            title: `${latest.madeBy} described it anew while you were writing.`,
            body: html`<p>Version ${latest.version}, ${latest.name}: ${latest.done}</p><p>What you wrote is still below: look at both, then send again.</p>`,
          })
        : ''
    }${card({
      body: form({
        action: `${home}/change`,
        csrfToken: ask.person.csrfToken,
        submit: 'Make it the new version',
        second: linkButton({ label: 'Leave it as it is', href: home, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(practice.version)}">${practiceFields(choices, written, errors)}${textArea(
          {
            id: 'words',
            name: 'words',
            label: 'What is new, and why',
            rows: 2,
            error: errors.get('words'),
            value: written.words,
          },
        )}`,
      }),
    })}`,
  });
}

function writtenOf(practice: Practice): Written {
  const { measureId, groups, grades, districtId, needId, engagementId, claimId } = practice;
  return {
    name: practice.name,
    done: practice.done,
    focusArea: practice.focusArea,
    strategy: practice.strategy,
    measure: measureId,
    ...Object.fromEntries(groupFields.map((field, i) => [field, groups[i] ?? ''])),
    ...Object.fromEntries(grades.map((id) => [tickName('grade', id), id])),
    hours: practice.hours ?? '',
    people: practice.people ?? '',
    materials: practice.materials ?? '',
    link: practice.link ?? '',
    district: districtId ?? '',
    need: needId ?? '',
    engagement: engagementId ?? '',
    claim: claimId ?? '',
  };
}

async function changePractice(ask: MemberAsk, found: Found): Promise<Response> {
  const basedOn = basedOnOf(ask);
  if (basedOn !== found.practice.version) return respondChange(ask, found, ask.form, new Map(), true);
  const parsed = parsePracticeChange(ask.form, contextOf(found.choices));
  if (!parsed.ok) return respondChange(ask, found, ask.form, parsed.errors);
  const { id } = found.practice;
  const isDone = await asMember(ask.hub.database, ask.member, (view) =>
    insertPracticeChange(view, id, basedOn, parsed.value, ask.hub.now()),
  );
  if (!isDone) return withFound(ask, (fresh) => respondChange(ask, fresh, ask.form, new Map(), true));
  return ask.context.redirect(practicePath(ask.home, id), 303);
}
