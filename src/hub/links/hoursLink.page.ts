import { reasonFields } from '../../page/reasonFields.ts';
import { definitionList } from '../../page/definitionList.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { disputeReasons } from '../commitments/hourKinds.ts';
import { insertHoursAnswer, selectOptionalHours } from '../commitments/hours.store.ts';
import { hoursText } from '../commitments/hoursBalance.ts';
import { parseHoursAnswer } from '../commitments/hoursDraft.ts';
import { directionText, hoursBadge, kindName } from '../commitments/hoursWords.page.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import type { LinkRoom, Written } from './linkRoom.page.ts';

const wasAnswered = 'These hours were answered, corrected or taken back meanwhile.';

/** Hours that the other district entered: confirmed or disputed by somebody without account. */
export const hoursLink: LinkRoom = {
  show: async (view, { link }, sent) => {
    const hours = await selectOptionalHours(view, link.subjectId);
    if (!hours) return undefined;
    const isOpen = hours.state === 'waiting' || hours.state === 'disputed';
    return {
      title: `Is this right: ${hoursText(hours.quarterHours)} of shared work?`,
      eyebrow: directionText(hours, await selectParties(view)),
      lead: 'Hours count once both districts say so. They are never billed.',
      body: card({
        title: 'As entered',
        badges: hoursBadge(hours, link.districtId),
        body: definitionList([
          { term: 'Day', description: formatDate(hours.day) },
          { term: 'Spent on', description: kindName(hours.kind) },
          { term: 'Entered by', description: hours.enteredBy },
          { term: 'In their words', description: hours.words ?? '–' },
        ]),
      }),
      ...(isOpen ? { form: { fields: answerFields(hours.version, sent), submit: 'Send' } } : {}),
    };
  },
  act: async (view, { link, now }, form) => {
    const parsed = parseHoursAnswer(form);
    if (!parsed.ok) return { done: false, errors: parsed.errors };
    const hours = await selectOptionalHours(view, link.subjectId);
    if (!hours) return { done: false, errors: new Map(), conflict: wasAnswered };
    const basedOn = /^\d{1,6}$/.test(form.version ?? '') ? Number(form.version) : 0;
    const written = await insertHoursAnswer(view, hours, basedOn, parsed.value, now);
    if (!written.done) return { done: false, errors: new Map(), conflict: wasAnswered };
    return {
      done: true,
      sentence: `${hoursText(hours.quarterHours)} of shared work are ${parsed.value.state}.`,
    };
  },
};

function answerFields(version: number, { written, errors }: Written) {
  return html`<input type="hidden" name="version" value="${String(version)}">${radioGroup({
    id: 'answer',
    name: 'answer',
    label: 'Are they right?',
    error: errors.get('answer'),
    value: written.answer,
    choices: [
      { value: 'confirmed', label: 'Yes, they are right' },
      { value: 'disputed', label: 'No: say below what is not' },
    ],
  })}${reasonFields({ label: 'If not: what is not right', reasons: disputeReasons, optional: true, written, errors })}`;
}
