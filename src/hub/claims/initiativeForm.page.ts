import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { newUuid } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseInitiativeDraft, parseYear } from './initiativeDraft.ts';
import {
  closeInitiative,
  type Initiative,
  insertInitiative,
  selectInitiatives,
} from './initiatives.store.ts';
import { claimingRoles } from './mayClaim.ts';

const of = '/partnerships/:partnership/claims/initiatives';

/** Listing a reform that runs beside the partnership, and saying when it ended. */
export const initiativePages: Route[] = [
  { method: 'get', path: `${of}/new`, access: claimingRoles, answer: newInitiativePage },
  { method: 'post', path: `${of}/new`, access: claimingRoles, answer: listInitiative },
  {
    method: 'get',
    path: `${of}/:initiative/end`,
    access: claimingRoles,
    answer: (ask) => withRunning(ask, (one) => respondEndForm(ask, one, undefined)),
  },
  {
    method: 'post',
    path: `${of}/:initiative/end`,
    access: claimingRoles,
    answer: (ask) => withRunning(ask, (one) => endInitiative(ask, one)),
  },
];

type Errors = ReadonlyMap<string, string>;

function frame(ask: MemberAsk, title: string, lead: string, body: Content, status?: 422): Promise<Response> {
  return ask.respond({
    title,
    section: 'claims',
    status,
    body: html`${pageHeading({
      title,
      lead,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Claims', href: `${ask.home}/claims` },
        { label: title },
      ]),
    })}${card({ body })}`,
  });
}

async function newInitiativePage(ask: MemberAsk): Promise<Response> {
  const parties = await asMember(ask.hub.database, ask.member, selectParties);
  return respondForm(ask, parties, {}, new Map());
}

function respondForm(
  ask: MemberAsk,
  parties: readonly Party[],
  written: Readonly<Record<string, string>>,
  errors: Errors,
): Promise<Response> {
  const field = (name: string) => ({ id: name, name, error: errors.get(name), value: written[name] });
  return frame(
    ask,
    'List an initiative',
    'Another reform that ran beside the partnership. Whatever changed may be its doing: it stands on the page of every claim.',
    form({
      action: `${ask.home}/claims/initiatives/new`,
      csrfToken: ask.person.csrfToken,
      submit: 'List it',
      second: linkButton({ label: 'Back to the claims', href: `${ask.home}/claims`, tone: 'quiet' }),
      errors: [...errors].map(([name, message]) => ({ field: name, message })),
      body: html`${textField({ ...field('name'), label: 'What is it called?' })}${textArea({
        ...field('words'),
        label: 'What did it do, in a few words?',
        rows: 2,
      })}<div class="field-row">${textField({ ...field('fromYear'), label: 'First year', type: 'number' })}${textField(
        {
          ...field('toYear'),
          label: 'Last year',
          type: 'number',
          optional: true,
          hint: 'Empty while it runs.',
        },
      )}</div>${radioGroup({
        ...field('reach'),
        label: 'Where did it run?',
        choices: [
          {
            value: 'districts',
            label: 'In districts of the partnership',
            hint: 'No estimate can tell it apart from the partnership.',
          },
          {
            value: 'statewide',
            label: 'In the whole state',
            hint: 'The districts compared with had it too.',
          },
        ],
      })}${checkboxGroup({
        id: 'district',
        name: 'district',
        label: 'Which districts?',
        hint: 'Only when it did not run in the whole state.',
        error: errors.get('district'),
        choices: parties.map(({ position, cds, name }) => ({
          name: `district-${position}`,
          value: cds,
          label: name,
        })),
        values: parties
          .filter(({ position, cds }) => written[`district-${position}`] === cds)
          .map(({ cds }) => cds),
      })}${textField({
        ...field('source'),
        label: 'Source',
        hint: 'Where a reader can look it up: a title and a year, or an address.',
      })}`,
    }),
    errors.size > 0 ? 422 : undefined,
  );
}

async function listInitiative(ask: MemberAsk): Promise<Response> {
  const parties = await asMember(ask.hub.database, ask.member, selectParties);
  const now = ask.hub.now();
  const parsed = parseInitiativeDraft(ask.form, parties, now.getUTCFullYear());
  if (!parsed.ok) return respondForm(ask, parties, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertInitiative(view, newUuid(now), parsed.value, now),
  );
  return ask.context.redirect(`${ask.home}/claims#initiatives`, 303);
}

async function withRunning(
  ask: MemberAsk,
  answer: (one: Initiative) => Promise<Response>,
): Promise<Response> {
  const all = await asMember(ask.hub.database, ask.member, selectInitiatives);
  const one = all.find(({ id }) => id === ask.context.req.param('initiative'));
  if (!one || one.toYear !== null) return notFound(ask, 'There is no such initiative that is still running.');
  return answer(one);
}

function respondEndForm(
  ask: MemberAsk,
  { id, name, fromYear }: Initiative,
  error: string | undefined,
): Promise<Response> {
  return frame(
    ask,
    'An initiative has ended',
    `${name} has run since ${fromYear}. It stays on the list with its last year.`,
    form({
      action: `${ask.home}/claims/initiatives/${id}/end`,
      csrfToken: ask.person.csrfToken,
      submit: 'Keep its last year',
      second: linkButton({ label: 'It still runs', href: `${ask.home}/claims`, tone: 'quiet' }),
      errors: error ? [{ field: 'toYear', message: error }] : [],
      body: textField({
        id: 'toYear',
        name: 'toYear',
        label: 'Last year',
        type: 'number',
        error,
        value: ask.form.toYear,
      }),
    }),
    error ? 422 : undefined,
  );
}

async function endInitiative(ask: MemberAsk, one: Initiative): Promise<Response> {
  const now = ask.hub.now();
  const toYear = parseYear(ask.form.toYear, now.getUTCFullYear());
  if (toYear === undefined || toYear < one.fromYear)
    return respondEndForm(ask, one, `Give the year it ended, ${one.fromYear} or later.`);
  const closed = await asMember(ask.hub.database, ask.member, (view) =>
    closeInitiative(view, one.id, toYear, now),
  );
  if (!closed)
    return respondEndForm(ask, one, 'Somebody else gave its last year meanwhile: nothing was changed.');
  return ask.context.redirect(`${ask.home}/claims#initiatives`, 303);
}
