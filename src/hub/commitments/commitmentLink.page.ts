import { formatDate } from '../../vocabulary/formatDate.ts';
import { definitionList } from '../../page/definitionList.ts';
import { card } from '../../page/card.ts';
import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { LinkRoom, Written } from '../links/linkRoom.page.ts';
import { selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { parseDone, parseMove } from './commitmentDraft.ts';
import { standingBadge } from './commitmentItems.page.ts';
import { changedMails } from './commitmentMails.page.ts';
import { movingReasons } from './commitmentReasons.ts';
import { type Commitment, insertCommitmentStep, selectOptionalCommitment } from './commitments.store.ts';

/** A commitment for its owner without account: it is done, or it takes longer. */
export const commitmentLink: LinkRoom = {
  show: async (view, { link, now }, sent) => {
    const commitment = await selectOptionalCommitment(view, link.subjectId);
    if (!commitment) return undefined;
    const today = calendarDay(now);
    const party = (await selectParties(view)).find(({ districtId }) => districtId === commitment.districtId);
    return {
      title: commitment.what,
      eyebrow: `${party?.shortName ?? 'Your district'} promised`,
      body: card({
        title: 'What stands',
        badges: standingBadge(commitment, today),
        body: definitionList([
          { term: 'Owner', description: commitment.owner.name },
          { term: 'Due', description: formatDate(commitment.due) },
        ]),
      }),
      ...(commitment.state === 'open' && isHeldBy(commitment, link.holderEmail)
        ? { form: { fields: stepFields(commitment, today, sent), submit: 'Send' } }
        : {}),
    };
  },
  act: async (view, { link, now, config }, form) => {
    const commitment = await selectOptionalCommitment(view, link.subjectId);
    if (!commitment || commitment.state !== 'open')
      return { done: false, errors: new Map(), conflict: 'This is done or dropped already.' };
    if (!isHeldBy(commitment, link.holderEmail))
      return {
        done: false,
        errors: new Map(),
        conflict: `This was handed over: ${commitment.owner.name} says how it stands now.`,
      };
    const today = calendarDay(now);
    if (form.step !== 'done' && form.step !== 'moved')
      return { done: false, errors: new Map([['step', 'Say whether it is done or takes longer.']]) };
    const parsed =
      form.step === 'done' ? parseDone(form, today) : parseMove(form, { due: commitment.due, today });
    if (!parsed.ok) return { done: false, errors: parsed.errors };
    const act = parsed.value;
    const context = {
      baseUrl: config.baseUrl,
      parties: await selectParties(view),
      members: await selectMembers(view),
    };
    const mails = act.step === 'moved' ? changedMails(view, commitment, act, context) : [];
    const basedOn = /^\d{1,6}$/.test(form.version ?? '') ? Number(form.version) : 0;
    const outcome = await insertCommitmentStep(view, commitment, basedOn, act, mails, now);
    if (!outcome.done)
      return {
        done: false,
        errors: new Map(),
        conflict: `${commitment.changedBy} was quicker: look at how it stands now.`,
      };
    return {
      done: true,
      sentence:
        act.step === 'done'
          ? `“${commitment.what}” is done.`
          : `“${commitment.what}” is now due on ${formatDate(act.due)}.`,
    };
  },
};

/** Whether a link still goes to who owns it or stands in: a promise that was handed over is said by its new owner alone. */
function isHeldBy({ owner, deputy }: Commitment, holderEmail: string): boolean {
  return [owner, deputy].some((one) => one?.email.toLowerCase() === holderEmail.toLowerCase());
}

function stepFields(commitment: Commitment, today: string, { written, errors }: Written) {
  return html`<input type="hidden" name="version" value="${String(commitment.version)}">${radioGroup({
    id: 'step',
    name: 'step',
    label: 'How it stands',
    value: written.step,
    error: errors.get('step'),
    choices: [
      { value: 'done', label: 'It is done' },
      { value: 'moved', label: 'It takes longer' },
    ],
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'A word on it',
    hint: 'Needed where it takes longer: the partner is told.',
    optional: true,
    rows: 2,
    value: written.words,
    error: errors.get('words'),
  })}${textField({
    id: 'due',
    name: 'due',
    label: 'If it takes longer: until when',
    type: 'date',
    min: today,
    optional: true,
    value: written.due,
    error: errors.get('due'),
  })}${radioGroup({
    id: 'reason',
    name: 'reason',
    label: 'If it takes longer: why',
    optional: true,
    value: written.reason,
    error: errors.get('reason'),
    choices: movingReasons.map(({ id, name }) => ({ value: id, label: name })),
  })}`;
}
