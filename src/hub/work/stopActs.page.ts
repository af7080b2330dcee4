import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { parseClosing, parseResuming, parseSuspending } from './consentDraft.ts';
import { type EngagementAct, fieldErrors, type Situation, toldOf, writeAs } from './engagementActs.page.ts';
import { closingReasonsFor, engagementReasonName, suspendingReasons } from './engagementReasons.ts';
import { insertEngagementMove, type Told } from './engagements.store.ts';
import { closing, type Move, resuming, suspending } from './moves.ts';

function writeMove(situation: Situation, basedOn: number, move: Move, told: Told) {
  const { id } = situation.reading.engagement;
  return writeAs(situation, (view, at) => insertEngagementMove(view, id, basedOn, { move, told }, at));
}

/** Lets the work rest for a standard reason. */
export const suspendAct: EngagementAct = {
  id: 'suspend',
  title: () => 'Let the work rest',
  lead: ({ other }) =>
    `It stays in sight as suspended, with the reason, and either district takes it up again. ${other.shortName} is told.`,
  submit: () => 'Suspend the work',
  whyNot: ({ reading }) =>
    ['agreed', 'testing'].includes(reading.engagement.state)
      ? null
      : 'Only work that both agreed to can be suspended.',
  version: ({ reading }) => reading.engagement.version,
  fields: (_, written, errors) =>
    html`${selectField({
      id: 'reason',
      name: 'reason',
      label: 'Why',
      error: errors.get('reason'),
      value: written.reason,
      options: suspendingReasons.map(({ id, name }) => ({ value: id, label: name })),
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'In your own words',
      hint: 'When you think it goes on, and who should know.',
      rows: 3,
      optional: true,
      error: errors.get('words'),
      value: written.words,
    })}`,
  write: async (situation, basedOn) => {
    const parsed = parseSuspending(situation.ask.form);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const { reason, words } = parsed.value;
    const why = engagementReasonName({ state: 'suspended', reason });
    const told = toldOf(situation, {
      act: 'suspended the work',
      did: 'lets the work rest',
      next: `The reason: ${why}. Either district takes it up again:`,
      words,
      toDeputies: true,
    });
    return writeMove(situation, basedOn, suspending(situation.own.districtId, { reason, words }), told);
  },
};

/** Takes suspended work up again, to a new end. */
export const resumeAct: EngagementAct = {
  id: 'resume',
  title: () => 'Take the work up again',
  lead: ({ other }) => `${other.shortName} is told.`,
  submit: () => 'Take it up again',
  whyNot: ({ reading }) => (reading.engagement.state === 'suspended' ? null : 'The work is not suspended.'),
  version: ({ reading }) => reading.engagement.version,
  fields: ({ reading, today }, written, errors) =>
    html`${textField({
      id: 'endsOn',
      name: 'endsOn',
      label: 'Planned end',
      type: 'date',
      error: errors.get('endsOn'),
      value: written.endsOn ?? (reading.engagement.endsOn >= today ? reading.engagement.endsOn : undefined),
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'In your own words',
      rows: 2,
      optional: true,
      error: errors.get('words'),
      value: written.words,
    })}`,
  write: async (situation, basedOn) => {
    const { ask, today, reading, own } = situation;
    const parsed = parseResuming(ask.form, { startsOn: reading.engagement.startsOn, today });
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: 'took the work up again',
      did: 'takes the work up again',
      next: 'How it stands:',
      words: parsed.value.words,
    });
    return writeMove(situation, basedOn, resuming(own.districtId, parsed.value), told);
  },
};

/** Closes the work for a standard reason; what did not work stays and is told. */
export const closeAct: EngagementAct = {
  id: 'close',
  title: () => 'Close the work',
  lead: ({ reading, own }) =>
    html`It stays readable with its reason, whether it worked or not: others look here before they try the same.${
      reading.engagement.mode === 'assistance' &&
      ['agreed', 'testing', 'suspended'].includes(reading.engagement.state)
        ? ` “Capacity transferred” is no choice here: only a passed transfer test closes the work so${own.part === 'is helped' ? ', and your district answers it' : ''}.`
        : ''
    }`,
  submit: () => 'Close the work',
  tone: 'danger',
  whyNot: ({ reading }) => (reading.engagement.state === 'closed' ? 'The work is closed already.' : null),
  version: ({ reading }) => reading.engagement.version,
  fields: ({ reading, own }, written, errors) =>
    html`${radioGroup({
      id: 'reason',
      name: 'reason',
      label: 'Why',
      error: errors.get('reason'),
      value: written.reason,
      choices: closingReasonsFor(reading.engagement, own.districtId).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'What others should know before they try the same',
      hint: 'Needed where it did not reach what it was for: it stays as openly as what did.',
      rows: 3,
      optional: true,
      error: errors.get('words'),
      value: written.words,
    })}`,
  write: async (situation, basedOn) => {
    const { ask, reading, own } = situation;
    const parsed = parseClosing(ask.form, closingReasonsFor(reading.engagement, own.districtId));
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const { reason, words } = parsed.value;
    const why = engagementReasonName({ state: 'closed', reason });
    const told = toldOf(situation, {
      act: 'closed the work',
      did: 'closes the work',
      next: `The reason: ${why}. It stays readable:`,
      words,
      toDeputies: true,
    });
    return writeMove(situation, basedOn, closing(own.districtId, { reason, words }), told);
  },
};
