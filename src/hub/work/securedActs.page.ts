import { html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { dayFields } from './dayFields.page.ts';
import { type EngagementAct, fieldErrors, type Situation, toldOf, writeAs } from './engagementActs.page.ts';
import { insertEngagementMove } from './engagements.store.ts';
import { readWords } from './formFields.ts';
import { changingPartners } from './moves.ts';
import { parseSecured } from './securedDraft.ts';
import {
  insertSecuredResource,
  type SecuredResource,
  withdrawSecuredResource,
} from './securedResources.store.ts';

function whyNotSecured({ reading: { engagement } }: Situation): string | null {
  if (engagement.partners.length === 0) return 'No external partner belongs to this work.';
  return engagement.state === 'agreed' ? null : 'This is done while the work is under way.';
}

/** Writes down what an external partner gives. */
export const secureAct: EngagementAct = {
  id: 'secure',
  title: () => 'What is secured',
  lead: () =>
    'Written down once it is certain: money in dollars, or what is given in kind. It stands on the page of the partner, too.',
  submit: () => 'Write it down',
  whyNot: whyNotSecured,
  version: ({ reading }) => reading.engagement.version,
  fields: ({ reading, today }, written, errors) => {
    const { partners, startsOn, endsOn } = reading.engagement;
    const only = partners.length === 1 ? partners[0]?.id : undefined;
    return html`${selectField({
      id: 'partner',
      name: 'partner',
      label: 'From',
      error: errors.get('partner'),
      value: written.partner ?? only,
      options: partners.map(({ id, name }) => ({ value: id, label: name })),
    })}${textField({
      id: 'what',
      name: 'what',
      label: 'What for',
      error: errors.get('what'),
      value: written.what,
    })}<div class="field-row">${textField({
      id: 'amount',
      name: 'amount',
      label: 'Amount in dollars',
      type: 'number',
      optional: true,
      error: errors.get('amount'),
      value: written.amount,
    })}${textField({
      id: 'inKind',
      name: 'inKind',
      label: 'Or in kind',
      hint: 'Hours of tutors, seats, rooms.',
      optional: true,
      error: errors.get('inKind'),
      value: written.inKind,
    })}</div>${textField({
      id: 'securedOn',
      name: 'securedOn',
      label: 'Secured on',
      type: 'date',
      error: errors.get('securedOn'),
      value: written.securedOn ?? today,
    })}${dayFields({ startsOn, endsOn, ...written }, errors)}${textArea({
      id: 'words',
      name: 'words',
      label: 'Conditions, in their words',
      rows: 2,
      optional: true,
      error: errors.get('words'),
      value: written.words,
    })}`;
  },
  write: async (situation) => {
    const { ask, reading, today } = situation;
    const { partners, id } = reading.engagement;
    const parsed = parseSecured(ask.form, { partnerIds: partners.map((one) => one.id), today });
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const partner = partners.find((one) => one.id === parsed.value.partnerId)?.name ?? 'a partner';
    const told = toldOf(situation, {
      act: `wrote down what ${partner} gives, ${parsed.value.what}`,
      did: `writes down what ${partner} gives`,
      next: `${parsed.value.what}. How it stands:`,
    });
    return writeAs(situation, (view, at) =>
      insertSecuredResource(view, id, { draft: parsed.value, told }, at),
    );
  },
};

function securedOf({ ask, reading }: Situation): SecuredResource | undefined {
  const about = ask.context.req.query('about');
  return reading.secured.find(({ id }) => id === about);
}

/** Withdraws an entry that was wrong, or a gift that was taken back. */
export const withdrawAct: EngagementAct = {
  id: 'withdraw',
  title: () => 'Withdraw what was secured',
  lead: (situation) =>
    `${securedOf(situation)?.what ?? ''}: the entry stays, struck through, with the reason, and counts no more.`,
  submit: () => 'Withdraw it',
  tone: 'danger',
  whyNot: (situation) => {
    const secured = securedOf(situation);
    if (!secured) return 'There is no such entry.';
    return secured.withdrawnAt ? 'It was withdrawn already.' : null;
  },
  version: ({ reading }) => reading.engagement.version,
  fields: (_, written, errors) =>
    textArea({
      id: 'words',
      name: 'words',
      label: 'Why',
      rows: 2,
      error: errors.get('words'),
      value: written.words,
    }),
  write: async (situation) => {
    const errors = new Map<string, string>();
    const words = readWords(situation.ask.form, 'words', errors, 'Say why it is withdrawn.');
    const secured = securedOf(situation);
    if (!words) return fieldErrors(errors);
    if (!secured) return { done: false, reason: 'not now' };
    const told = toldOf(situation, {
      act: `withdrew what ${secured.partner} was to give, ${secured.what}`,
      did: `withdraws what ${secured.partner} was to give`,
      next: `${secured.what}. How it stands:`,
      words,
    });
    return writeAs(situation, (view, at) => withdrawSecuredResource(view, secured, { words, told }, at));
  },
};

/** Says what each external partner brings, and what it may ask to be exclusive. */
export const bringsAct: EngagementAct = {
  id: 'brings',
  title: () => 'What each partner brings',
  lead: () =>
    'And what it may ask to be exclusive: a name on a product, first use, no other funder of its kind.',
  submit: () => 'Write it down',
  whyNot: ({ reading: { engagement } }) => {
    if (engagement.partners.length === 0) return 'No external partner belongs to this work.';
    return ['agreed', 'suspended'].includes(engagement.state)
      ? null
      : 'This is done while the work is under way.';
  },
  version: ({ reading }) => reading.engagement.version,
  fields: ({ reading }, written, errors) =>
    html`${reading.engagement.partners.map(({ name, brings, exclusivity }, i) => {
      const [gives, alone] = [`brings-${i + 1}`, `exclusivity-${i + 1}`];
      return html`${textArea({
        id: gives,
        name: gives,
        label: `What ${name} brings`,
        rows: 2,
        optional: true,
        error: errors.get(gives),
        value: written[gives] ?? brings ?? undefined,
      })}${textArea({
        id: alone,
        name: alone,
        label: `What is exclusive to ${name}`,
        rows: 2,
        optional: true,
        error: errors.get(alone),
        value: written[alone] ?? exclusivity ?? undefined,
      })}`;
    })}`,
  write: async (situation, basedOn) => {
    const { ask, reading, own } = situation;
    const errors = new Map<string, string>();
    const partners = reading.engagement.partners.map((partner, i) => ({
      ...partner,
      brings: readWords(ask.form, `brings-${i + 1}`, errors, null),
      exclusivity: readWords(ask.form, `exclusivity-${i + 1}`, errors, null),
    }));
    if (errors.size > 0) return fieldErrors(errors);
    const told = toldOf(situation, {
      act: 'wrote down what the partners bring',
      did: 'writes down what the partners bring',
      next: '',
      isQuiet: true,
    });
    const move = changingPartners(own.districtId, partners);
    return writeAs(situation, (view, at) =>
      insertEngagementMove(view, reading.engagement.id, basedOn, { move, told }, at),
    );
  },
};
