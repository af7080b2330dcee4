import { html } from '../../page/html.ts';
import { textArea } from '../../page/textArea.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { parseConsent, parseOffer } from './consentDraft.ts';
import { dayFields } from './dayFields.page.ts';
import {
  type EngagementAct,
  fieldErrors,
  type Situation,
  toldOf,
  type Written,
  writeAs,
} from './engagementActs.page.ts';
import { insertEngagementMove } from './engagements.store.ts';
import { holderFields, writtenPart } from './holderFields.page.ts';
import { agreeing, offering } from './moves.ts';

/** The helping district answers an ask with who helps, and from when to when. */
export const offerAct: EngagementAct = {
  id: 'offer',
  title: ({ other }) => `Offer ${other.shortName} the help`,
  lead: ({ other }) => `${other.shortName} then agrees to the plan, or puts another one forward.`,
  submit: () => 'Offer the help',
  whyNot: ({ reading, own }) =>
    reading.engagement.state === 'asked' && own.part === 'helps'
      ? null
      : 'Help is offered by the district that was asked, as long as the ask waits.',
  version: ({ reading }) => reading.engagement.version,
  fields: (situation, sent, errors) => {
    const { engagement } = situation.reading;
    const written = withOwnPart(
      situation,
      { startsOn: engagement.startsOn, endsOn: engagement.endsOn },
      sent,
    );
    return html`${dayFields(written, errors)}${partFields(situation, written, errors)}`;
  },
  write: async (situation, basedOn) => {
    const { ask, people, today, ownParty, reading } = situation;
    const parsed = parseOffer(ask.form, people, today);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: 'offered help',
      did: 'offers its help',
      next: 'Agree to the plan, or put another one forward:',
      words: parsed.value.words,
    });
    const move = offering(ownParty.districtId, parsed.value);
    return writeAs(situation, (view, at) =>
      insertEngagementMove(view, reading.engagement.id, basedOn, { move, told }, at),
    );
  },
};

/** The other district agrees to a plan that was offered or proposed. */
export const agreeAct: EngagementAct = {
  id: 'agree',
  title: () => 'Agree to the plan',
  lead: ({ ownParty, other }) =>
    `From then on it is work of both. Say what ${ownParty.shortName} gives to it and who owns it there. Other days or words? Change the plan instead: ${other.shortName} is asked to agree then.`,
  submit: () => 'Agree to the plan',
  whyNot: ({ reading, own, other }) => {
    const { state, actingId } = reading.engagement;
    if (state !== 'offered' && state !== 'proposed') return 'There is no plan that waits to be agreed to.';
    return actingId === own.districtId ? `This plan is yours: it waits for ${other.shortName}.` : null;
  },
  version: ({ reading }) => reading.engagement.version,
  fields: (situation, sent, errors) => partFields(situation, withOwnPart(situation, {}, sent), errors),
  write: async (situation, basedOn) => {
    const { ask, people, ownParty, reading } = situation;
    const parsed = parseConsent(ask.form, people);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: 'agreed to the plan',
      did: 'agrees to the plan',
      next: 'It is work of both now:',
      words: parsed.value.words,
    });
    const move = agreeing(ownParty.districtId, parsed.value);
    return writeAs(situation, (view, at) =>
      insertEngagementMove(view, reading.engagement.id, basedOn, { move, told }, at),
    );
  },
};

function withOwnPart({ own, people }: Situation, more: Written, sent: Written): Written {
  return Object.keys(sent).length > 0 ? sent : { ...writtenPart(own, people), ...more };
}

function partFields({ ownParty, people }: Situation, written: Written, errors: FieldErrors) {
  return html`${textArea({
    id: 'brings',
    name: 'brings',
    label: `What ${ownParty.shortName} gives to it`,
    hint: 'People, time, material, rooms. A sentence or two.',
    rows: 2,
    error: errors.get('brings'),
    value: written.brings,
  })}${holderFields(people, written, errors)}${textArea({
    id: 'words',
    name: 'words',
    label: 'Your words to them',
    rows: 2,
    optional: true,
    error: errors.get('words'),
    value: written.words,
  })}`;
}
