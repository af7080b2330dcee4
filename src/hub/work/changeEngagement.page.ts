import { html } from '../../page/html.ts';
import { textArea } from '../../page/textArea.ts';
import { asMember } from '../store/view.ts';
import type { EngagementChoices } from './engagementChoices.store.ts';
import { readEngagementChoices } from './engagementChoices.store.ts';
import {
  type EngagementAct,
  fieldErrors,
  type Situation,
  toldOf,
  type Written,
  writeAs,
} from './engagementActs.page.ts';
import { parseEngagementChange } from './engagementDraft.ts';
import { engagementFields } from './engagementFields.page.ts';
import { insertEngagementMove } from './engagements.store.ts';
import { writtenPart } from './holderFields.page.ts';
import { changing } from './moves.ts';

function choicesOf({ ask, reading }: Situation): Promise<EngagementChoices> {
  return asMember(ask.hub.database, ask.member, (view) =>
    readEngagementChoices(view, reading.engagement.needId),
  );
}

/** Words an engagement anew, moves its days, or changes the own part in it. */
export const changeAct: EngagementAct = {
  id: 'change',
  title: () => 'Change the plan',
  lead: ({ reading, other }) =>
    ['asked', 'offered', 'proposed'].includes(reading.engagement.state)
      ? `${other.shortName} is asked to agree to what you change.`
      : `${other.shortName} is told what changed and why. The words before stay in the history.`,
  submit: () => 'Change the plan',
  whyNot: ({ reading }) => (reading.engagement.state === 'closed' ? 'The work is closed.' : null),
  version: ({ reading }) => reading.engagement.version,
  fields: async (situation, sent, errors) => {
    const { reading, people, ownParty, own } = situation;
    const { engagement } = reading;
    const isSent = Object.keys(sent).length > 0;
    const written: Written = isSent
      ? sent
      : {
          title: engagement.title,
          purpose: engagement.purpose,
          product: engagement.product ?? '',
          focusArea: engagement.focusArea,
          strategy: engagement.strategy,
          need: engagement.needId ?? '',
          benchmark: engagement.benchmarkId ?? '',
          startsOn: engagement.startsOn,
          endsOn: engagement.endsOn,
          ...Object.fromEntries(engagement.partners.map(({ id }) => [`partner-${id}`, id])),
          ...writtenPart(own, people),
        };
    const choices = await choicesOf(situation);
    return html`${engagementFields({
      mode: engagement.mode,
      choices,
      people,
      own: ownParty.shortName,
      written,
      errors,
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'Why it changes',
      rows: 2,
      error: errors.get('words'),
      value: written.words,
    })}`;
  },
  write: async (situation, basedOn) => {
    const { ask, reading, own, people } = situation;
    const { engagement } = reading;
    const { needs, benchmarks, partners } = await choicesOf(situation);
    const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
    const parsed = parseEngagementChange(
      ask.form,
      {
        mode: engagement.mode,
        members: people,
        needIds: ids(needs),
        benchmarkIds: ids(benchmarks),
        partnerIds: ids(partners),
      },
      engagement,
      own.districtId,
    );
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const waits = engagement.state === 'offered' || engagement.state === 'proposed';
    const told = toldOf(situation, {
      act: 'changed the plan',
      did: 'changes the plan',
      next: waits ? 'Agree to the plan as it is now, or change it:' : 'What changed, and the words before:',
      words: parsed.value.words,
    });
    const move = changing(own.districtId, parsed.value);
    return writeAs(situation, (view, at) =>
      insertEngagementMove(view, engagement.id, basedOn, { move, told }, at),
    );
  },
};
