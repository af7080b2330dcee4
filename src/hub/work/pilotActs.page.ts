import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { dayFields } from './dayFields.page.ts';
import { type EngagementAct, fieldErrors, type Situation, toldOf, writeAs } from './engagementActs.page.ts';
import { pilotResults } from './pilotResults.ts';
import { parsePilot, parsePilotResult } from './productDraft.ts';
import { insertPilot, insertPilotResult, type Pilot } from './products.store.ts';

/** Plans a pilot of the newest version in the own district. */
export const pilotAct: EngagementAct = {
  id: 'pilot',
  title: ({ ownParty }) => `Plan a pilot in ${ownParty.shortName}`,
  lead: ({ reading }) =>
    `Of version ${reading.engagement.progress.productVersion}. What comes of it is said when it is over.`,
  submit: () => 'Plan the pilot',
  whyNot: ({ reading: { engagement } }) => {
    if (engagement.mode !== 'joint') return 'Only joint development has pilots.';
    if (engagement.progress.productVersion === 0) return 'Put a version of it forward first.';
    return engagement.state === 'agreed' ? null : 'This is done while the work is under way.';
  },
  version: ({ reading }) => reading.engagement.progress.productVersion,
  fields: (_, written, errors) =>
    html`${textField({
      id: 'name',
      name: 'name',
      label: 'What it is called',
      error: errors.get('name'),
      value: written.name,
    })}${textField({
      id: 'place',
      name: 'place',
      label: 'Where',
      hint: 'A school, or how many classrooms of which schools. No names of students.',
      error: errors.get('place'),
      value: written.place,
    })}${dayFields(written, errors)}`,
  write: async (situation, basedOn) => {
    const { ask, own, reading } = situation;
    const parsed = parsePilot(ask.form);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: `planned a pilot, “${parsed.value.name}”`,
      did: 'plans a pilot',
      next: '',
      isQuiet: true,
    });
    const pilot = { districtId: own.districtId, draft: parsed.value, told };
    return writeAs(situation, (view, at) => insertPilot(view, reading.engagement.id, basedOn, pilot, at));
  },
};

function pilotOf({ ask, reading, own }: Situation): Pilot | undefined {
  const about = ask.context.req.query('about');
  return reading.product.pilots.find(({ id, districtId }) => id === about && districtId === own.districtId);
}

/** Says what came of a pilot of the own district. */
export const pilotResultAct: EngagementAct = {
  id: 'pilot-result',
  title: (situation) => `What came of ${pilotOf(situation)?.name ?? 'the pilot'}`,
  lead: () =>
    'What did not work is worth as much as what did: it stays beside the version it was tried with.',
  submit: () => 'Say what came of it',
  whyNot: (situation) => {
    const pilot = pilotOf(situation);
    if (!pilot) return 'Your district has no such pilot.';
    return pilot.result ? `What came of it was said by ${pilot.toldBy ?? 'somebody'} already.` : null;
  },
  version: (situation) => pilotOf(situation)?.version ?? 0,
  fields: (_, written, errors) =>
    html`${radioGroup({
      id: 'result',
      name: 'result',
      label: 'What came of it',
      error: errors.get('result'),
      value: written.result,
      choices: pilotResults.map(({ id, name }) => ({ value: id, label: name })),
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'What you saw',
      rows: 3,
      error: errors.get('words'),
      value: written.words,
    })}`,
  write: async (situation) => {
    const parsed = parsePilotResult(situation.ask.form);
    const pilot = pilotOf(situation);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    if (!pilot) return { done: false, reason: 'not now' };
    const told = toldOf(situation, {
      act: `said what came of the pilot “${pilot.name}”: ${parsed.value.result}`,
      did: `has tried version ${pilot.version}: it ${parsed.value.result === 'not held' ? 'was not held' : parsed.value.result}`,
      next: 'What they saw stands beside the version:',
      words: parsed.value.words,
    });
    const { id } = situation.reading.engagement;
    return writeAs(situation, (view, at) =>
      insertPilotResult(view, id, pilot, { draft: parsed.value, told }, at),
    );
  },
};
