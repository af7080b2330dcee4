import { button, linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { type Party, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { isId, newUuid } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { sentencePage } from '../web/sentencePage.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { withAgreement } from './agreement.page.ts';
import { grantNumbers, mostGrants, parseAgreementDraft, type TermsDraft } from './agreementDraft.ts';
import { agreementMails } from './agreementMail.ts';
import { agreementPath, agreementTrail, ownParty, shortNamesOf } from './agreementPlace.page.ts';
import {
  type Agreement,
  type AgreementWritten,
  insertAgreement,
  insertAgreementVersion,
  selectOptionalAgreement,
} from './agreements.store.ts';
import { differencesOf } from './differences.page.ts';
import { grantFields } from './grantFields.page.ts';
import { agreeingRoles } from './mayAgree.ts';
import { type AgreementVersion, standingOf } from './standing.ts';
import type { Terms } from './terms.ts';
import { type Written, writtenOf } from './writtenTerms.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

const path = '/partnerships/:partnership/agreement';

/** Drafting an agreement, proposing it, and putting other terms forward. */
export const agreementFormPages: Route[] = [
  { method: 'get', path: `${path}/new`, access: agreeingRoles, answer: newAgreementPage },
  { method: 'post', path: `${path}/new`, access: agreeingRoles, answer: makeAgreement },
  {
    method: 'get',
    path: `${path}/:agreement/change`,
    access: agreeingRoles,
    answer: (ask) =>
      withAgreement(ask, ({ agreement, parties }) => {
        const newest = newestOf(agreement);
        return respondForm(ask, { agreement, parties }, writtenOf(newest.terms, parties), new Map());
      }),
  },
  {
    method: 'post',
    path: `${path}/:agreement/change`,
    access: agreeingRoles,
    answer: (ask) => withAgreement(ask, (found) => changeAgreement(ask, found)),
  },
];

type Found = { readonly agreement: Agreement | null; readonly parties: readonly Party[] };
type Errors = ReadonlyMap<string, string>;

const newestOf = (agreement: Agreement) => agreement.versions.at(-1) ?? agreement.versions[0];

async function newAgreementPage(ask: MemberAsk): Promise<Response> {
  const like = ask.context.req.query('like');
  const { parties, model } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    model: isId(like) ? await selectOptionalAgreement(view, like) : undefined,
  }));
  const written = model ? writtenOf(newestOf(model).terms, parties) : firstWritten(ask.hub.now());
  return respondForm(ask, { agreement: null, parties }, written, new Map());
}

/** What most agreements begin with: both give the same, for two years, of groups of 11. */
function firstWritten(now: Date): Written {
  const year = now.getUTCFullYear() + (now.getUTCMonth() >= 6 ? 1 : 0);
  return {
    validFrom: calendarDay(now),
    validUntil: `${year + 1}-06-30`,
    daysSeenAfterEnd: '0',
    grants: '1',
    'grant1-giver': 'every',
    'grant1-scope': 'district',
    'grant1-publication': 'never',
    'grant1-firstYear': String(year - 3),
    'grant1-lastYear': String(year + 1),
    'grant1-smallestGroup': '11',
    'grant1-embargoDays': '0',
  };
}

function respondForm(
  ask: MemberAsk,
  { agreement, parties }: Found,
  written: Written,
  errors: Errors,
  meanwhile?: string,
): Promise<Response> {
  const own = ownParty(ask, parties);
  if (!own)
    return ask.respond(
      sentencePage({
        title: 'Not yours to do',
        status: 403,
        sentence: 'An agreement is made by people of its districts, and you belong to none of them.',
      }),
    );
  const newest = agreement && newestOf(agreement);
  const isDraft = !newest || newest.step === 'drafted';
  const title = newest ? (isDraft ? 'Change the draft' : 'Put other terms forward') : 'Draft an agreement';
  const field = (name: string) => ({ id: name, name, error: errors.get(name), value: written[name] });
  const back = agreement ? agreementPath(ask.home, agreement.id) : `${ask.home}/agreement`;
  const numbers = grantNumbers(written);
  return ask.respond({
    title,
    section: 'agreement',
    status: errors.size > 0 ? 422 : meanwhile ? 409 : undefined,
    body: html`${pageHeading({
      title,
      lead: isDraft
        ? 'Every clause here executes: what is ticked may be released, to whom, until when, and nothing else enters.'
        : 'The other district sees what you change, clause by clause, beside what stood before. Nothing holds until both have signed.',
      trail: agreementTrail(ask.home, ...(newest ? [{ label: newest.terms.title, href: back }] : []), {
        label: title,
      }),
    })}${meanwhile ? callout({ kind: 'refusal', title: meanwhile }) : ''}${card({
      body: form({
        action: newest ? `${back}/change` : `${ask.home}/agreement/new`,
        csrfToken: ask.person.csrfToken,
        submit: isDraft ? 'Propose it' : 'Put forward',
        second: html`${isDraft ? button({ label: 'Keep as our draft', tone: 'second', name: 'next', value: 'draft' }) : ''}${
          numbers.length < mostGrants
            ? button({ label: 'Add another grant', tone: 'quiet', name: 'next', value: 'more' })
            : ''
        }${linkButton({ label: 'Back', href: back, tone: 'quiet' })}`,
        errors: [...errors].map(([name, message]) => ({ field: name, message })),
        body: html`<input type="hidden" name="version" value="${written.version ?? newest?.version ?? 0}"><input type="hidden" name="grants" value="${numbers.length}">${textField(
          { ...field('title'), label: 'Title', maxLength: 120 },
        )}<div class="field-row">${textField({ ...field('validFrom'), label: 'In force from', type: 'date' })}${textField(
          { ...field('validUntil'), label: 'Last day', type: 'date' },
        )}${textField({ ...field('reviewOn'), label: 'Look at it together by', type: 'date', optional: true })}</div>${numbers.map(
          (n) => grantFields({ n, own, parties, written, errors }),
        )}${textField({
          ...field('daysSeenAfterEnd'),
          label: 'Days after the end on which shared figures are still seen',
          type: 'number',
          unit: 'days',
          hint: '0 hides them on the day after. Ending it early, or taking a grant back, always hides them at once.',
        })}${textArea({
          ...field('words'),
          label: 'Besides',
          optional: true,
          hint: 'What the districts say to each other. Nothing executes it.',
        })}${textArea({
          ...field('note'),
          label: 'To the other district',
          optional: true,
          rows: 2,
          hint: newest && !isDraft ? 'Why you put other terms forward.' : 'Goes with the proposal.',
        })}`,
      }),
    })}`,
  });
}

async function makeAgreement(ask: MemberAsk): Promise<Response> {
  const parties = await asMember(ask.hub.database, ask.member, selectParties);
  const found = { agreement: null, parties };
  return withDraft(ask, found, async (own, draft) => {
    const terms = termsOf(ask, newUuid(ask.hub.now()), parties, draft);
    const step = ask.form.next === 'draft' ? 'drafted' : 'proposed';
    await asMember(ask.hub.database, ask.member, async (view) => {
      const mails =
        step === 'drafted' ? [] : mailsOf(ask, own, terms, step, draft.note, await selectMembers(view));
      await insertAgreement(view, own.districtId, { step, terms, words: draft.note, mails }, ask.hub.now());
    });
    return ask.context.redirect(agreementPath(ask.home, terms.agreement), 303);
  });
}

async function changeAgreement(
  ask: MemberAsk,
  found: { readonly agreement: Agreement; readonly parties: readonly Party[] },
): Promise<Response> {
  const { agreement, parties } = found;
  const newest = newestOf(agreement);
  const { state } = standingOf(agreement, calendarDay(ask.hub.now()));
  if (state === 'ended' || state === 'lapsed')
    return ask.respond(
      sentencePage({
        title: 'It has ended',
        status: 409,
        sentence: 'This agreement has ended: draft a new one, which may begin from its terms.',
        actions: linkButton({
          label: 'Draft it anew',
          href: `${ask.home}/agreement/new?like=${agreement.id}`,
        }),
      }),
    );
  return withDraft(ask, found, async (own, draft) => {
    const terms = termsOf(ask, agreement.id, parties, draft);
    if (newest.step !== 'drafted' && differencesOf(newest.terms, terms, shortNamesOf(parties)).length === 0)
      return respondForm(
        ask,
        found,
        ask.form,
        new Map([
          [
            'title',
            `Nothing is different from version ${newest.version}: sign that one, or change something.`,
          ],
        ]),
      );
    const step = stepOf(newest, ask.form.next === 'draft');
    const basedOn = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
    const written: AgreementWritten = await asMember(ask.hub.database, ask.member, async (view) => {
      const mails =
        step === 'drafted' ? [] : mailsOf(ask, own, terms, step, draft.note, await selectMembers(view));
      const putting = { step, terms, words: draft.note, mails };
      return insertAgreementVersion(view, own.districtId, basedOn, putting, ask.hub.now());
    });
    if (written.done) return ask.context.redirect(agreementPath(ask.home, agreement.id), 303);
    return withAgreement(ask, (now) =>
      respondForm(
        ask,
        now,
        { ...ask.form, version: String(newestOf(now.agreement).version) },
        new Map(),
        `Version ${newestOf(now.agreement).version} was put forward meanwhile. What you wrote stands below, unsent: compare it with that version, then send it.`,
      ),
    );
  });
}

/** A draft stays one until it is proposed; whatever follows a proposal is a counter-proposal. */
function stepOf(newest: AgreementVersion, keep: boolean): AgreementVersion['step'] {
  if (newest.step !== 'drafted') return 'countered';
  return keep ? 'drafted' : 'proposed';
}

async function withDraft(
  ask: MemberAsk,
  found: Found,
  write: (own: Party, draft: TermsDraft) => Promise<Response>,
): Promise<Response> {
  const own = ownParty(ask, found.parties);
  if (!own) return respondForm(ask, found, ask.form, new Map());
  if (ask.form.next === 'more') {
    const grants = grantNumbers(ask.form).length + 1;
    return respondForm(
      ask,
      found,
      {
        ...ask.form,
        grants: String(grants),
        [`grant${grants}-smallestGroup`]: '11',
        [`grant${grants}-embargoDays`]: '0',
      },
      new Map(),
    );
  }
  const parsed = parseAgreementDraft(ask.form, {
    parties: found.parties,
    today: calendarDay(ask.hub.now()),
    newId: () => newUuid(ask.hub.now()),
    earlier: found.agreement ? newestOf(found.agreement).terms.grants : [],
  });
  return parsed.ok ? write(own, parsed.value) : respondForm(ask, found, ask.form, parsed.errors);
}

function termsOf(ask: MemberAsk, agreement: string, parties: readonly Party[], draft: TermsDraft): Terms {
  const { note: _, ...terms } = draft;
  return {
    format: 'tandem agreement 1',
    agreement,
    partnership: ask.member.partnership.slug,
    parties: parties.map(({ cds, name }) => ({ cds, name })),
    ...terms,
  };
}

function mailsOf(
  ask: MemberAsk,
  own: Party,
  terms: Terms,
  step: 'proposed' | 'countered',
  note: string,
  members: Parameters<typeof agreementMails>[0]['members'],
) {
  const did = step === 'proposed' ? 'proposes an agreement' : 'puts other terms forward';
  return agreementMails({
    members,
    butDistrictId: own.districtId,
    subject: `${own.shortName} ${did}: ${terms.title}`,
    sentences: [
      `${ask.member.name} of ${own.name} ${did}: “${terms.title}”.`,
      ...(note ? [`They say: ${note}`] : []),
      'Read it clause by clause, sign it, or put other terms forward. Nothing is shared until both superintendents have signed.',
    ],
    address: `${ask.hub.config.baseUrl}${agreementPath(ask.home, terms.agreement)}`,
  });
}
