import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { type EngagementAct, fieldErrors, type Situation, toldOf, writeAs } from './engagementActs.page.ts';
import { parsePartnerAnswer, parseSending, parseWording } from './jointAskDraft.ts';
import {
  insertJointAsk,
  insertJointAskAgreement,
  insertJointAskSending,
  insertPartnerAnswer,
} from './jointAsks.store.ts';
import { partnerAnswers } from './partnerAnswers.ts';

const askVersion = ({ reading }: Situation) => reading.engagement.progress.askVersion;

function whyNoAsk({ reading: { engagement } }: Situation): string | null {
  if (engagement.mode !== 'external') return 'Only collective work with external groups has a joint ask.';
  return engagement.state === 'agreed' ? null : 'This is done while the work is under way.';
}

/** Words what both districts ask of the external partners. */
export const wordingAct: EngagementAct = {
  id: 'wording',
  title: (situation) => (askVersion(situation) === 0 ? 'Word the joint ask' : 'Word the joint ask anew'),
  lead: ({ other }) =>
    `As the partner will read it. You agree to it by this; ${other.shortName} is asked to agree before anything is sent.`,
  submit: () => 'Put the wording forward',
  whyNot: whyNoAsk,
  version: askVersion,
  fields: ({ reading }, written, errors) =>
    textArea({
      id: 'wording',
      name: 'wording',
      label: 'What you ask',
      hint: 'What for, how much or what in kind, from when to when, and what the partner gets to see of it.',
      rows: 8,
      error: errors.get('wording'),
      value: written.wording ?? reading.jointAsks[0]?.wording,
    }),
  write: async (situation, basedOn) => {
    const { ask, own, reading } = situation;
    const parsed = parseWording(ask.form);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: basedOn === 0 ? 'worded the joint ask' : 'worded the joint ask anew',
      did: basedOn === 0 ? 'has worded the joint ask' : 'has worded the joint ask anew',
      next: 'Agree to the wording, or word it anew. Nothing is sent before both agree:',
      words: parsed.value,
    });
    const wording = { districtId: own.districtId, wording: parsed.value, told };
    return writeAs(situation, (view, at) =>
      insertJointAsk(view, reading.engagement.id, basedOn, wording, at),
    );
  },
};

/** Agrees to the wording of the joint ask for the own district. */
export const agreeWordingAct: EngagementAct = {
  id: 'agree-wording',
  title: () => 'Agree to the wording',
  lead: () => 'Once both districts agree, either of them sends it.',
  submit: ({ ownParty }) => `Agree for ${ownParty.shortName}`,
  whyNot: (situation) => {
    if (askVersion(situation) === 0) return 'There is no wording to agree to yet.';
    return (
      whyNoAsk(situation) ??
      (situation.reading.engagement.progress.askAgreedBy.includes(situation.own.districtId)
        ? `${situation.ownParty.shortName} has agreed to this wording.`
        : null)
    );
  },
  version: askVersion,
  fields: ({ reading }) =>
    html`${(reading.jointAsks[0]?.wording ?? '').split(/\r\n|\r|\n/).map((line) => html`<p>${line}</p>`)}`,
  write: async (situation, basedOn) => {
    const told = toldOf(situation, {
      act: 'agreed to the wording of the joint ask',
      did: 'agrees to the wording of the joint ask',
      next: 'Send it, and write down when:',
    });
    const agreement = { districtId: situation.own.districtId, told };
    const { id } = situation.reading.engagement;
    return writeAs(situation, (view, at) => insertJointAskAgreement(view, id, basedOn, agreement, at));
  },
};

/** Writes down the day on which the joint ask was sent. */
export const sendAct: EngagementAct = {
  id: 'send',
  title: () => 'When the ask was sent',
  lead: () =>
    'Tandem sends nothing to the partner: send it in your own letter, with the wording both agreed to, and write the day down here.',
  submit: () => 'Write it down',
  whyNot: (situation) => {
    const { progress, parties } = situation.reading.engagement;
    if (progress.askSentOn) return 'This wording was sent already.';
    return (
      whyNoAsk(situation) ??
      (progress.askAgreedBy.length < parties.length ? 'Both agree to the wording first.' : null)
    );
  },
  version: askVersion,
  fields: ({ today }, written, errors) =>
    textField({
      id: 'sentOn',
      name: 'sentOn',
      label: 'Sent on',
      type: 'date',
      error: errors.get('sentOn'),
      value: written.sentOn ?? today,
    }),
  write: async (situation, basedOn) => {
    const parsed = parseSending(situation.ask.form, situation.today);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: 'sent the joint ask',
      did: 'has sent the joint ask',
      next: 'How it stands:',
    });
    const { id } = situation.reading.engagement;
    return writeAs(situation, (view, at) =>
      insertJointAskSending(view, id, basedOn, { sentOn: parsed.value, told }, at),
    );
  },
};

/** Writes down what a partner said. */
export const answerAct: EngagementAct = {
  id: 'answer',
  title: () => 'What the partner said',
  lead: () => 'A no stays, too: it says whom not to ask for the same again.',
  submit: () => 'Write it down',
  whyNot: (situation) =>
    whyNoAsk(situation) ??
    (situation.reading.engagement.progress.askSentOn ? null : 'The joint ask has not been sent yet.'),
  version: askVersion,
  fields: ({ reading, today }, written, errors) =>
    html`${selectField({
      id: 'partner',
      name: 'partner',
      label: 'Partner',
      error: errors.get('partner'),
      value:
        written.partner ??
        (reading.engagement.partners.length === 1 ? reading.engagement.partners[0]?.id : undefined),
      options: reading.engagement.partners.map(({ id, name }) => ({ value: id, label: name })),
    })}${radioGroup({
      id: 'answer',
      name: 'answer',
      label: 'Their answer',
      error: errors.get('answer'),
      value: written.answer,
      choices: partnerAnswers.map(({ id, name }) => ({ value: id, label: name })),
    })}${textField({
      id: 'answeredOn',
      name: 'answeredOn',
      label: 'On',
      type: 'date',
      error: errors.get('answeredOn'),
      value: written.answeredOn ?? today,
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'What they said',
      rows: 3,
      optional: true,
      error: errors.get('words'),
      value: written.words,
    })}`,
  write: async (situation, basedOn) => {
    const { ask, reading, today } = situation;
    const { partners, progress, id } = reading.engagement;
    const partnerIds = partners.map((partner) => partner.id);
    const parsed = parsePartnerAnswer(ask.form, { partnerIds, sentOn: progress.askSentOn ?? today, today });
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const partner = partners.find((one) => one.id === parsed.value.partnerId)?.name ?? 'A partner';
    const answer = partnerAnswers.find((one) => one.id === parsed.value.answer)?.name ?? '';
    const told = toldOf(situation, {
      act: `wrote down that ${partner} said “${answer}”`,
      did: `writes that ${partner} said “${answer}”`,
      next: 'How it stands:',
      words: parsed.value.words,
    });
    return writeAs(situation, (view, at) =>
      insertPartnerAnswer(view, id, basedOn, { draft: parsed.value, told }, at),
    );
  },
};
