import { definitionList } from '../../page/definitionList.ts';
import { html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { parseTransferTest, parseVerdict } from './consentDraft.ts';
import { type EngagementAct, fieldErrors, toldOf, writeAs } from './engagementActs.page.ts';
import { isEverythingYes, type TransferAnswer, transferQuestions } from './transferQuestions.ts';
import { insertTransferTest, insertTransferVerdict } from './transferTests.store.ts';

/** The helped district answers: can we do it alone? */
export const testAct: EngagementAct = {
  id: 'test',
  title: () => 'Can we do it alone?',
  lead: ({ other }) =>
    `Five questions. ${other.shortName} confirms the answers; only five times yes closes the work as “capacity transferred”. A no is worth as much: it says what is still to be done.`,
  submit: ({ other }) => `Send the answers to ${other.shortName}`,
  whyNot: ({ reading, own, other }) => {
    if (own.part !== 'is helped') return `The test is answered by ${other.shortName}, which is helped.`;
    return reading.engagement.state === 'agreed' ? null : 'The test is answered while the work is under way.';
  },
  version: ({ reading }) => reading.engagement.version,
  fields: (_, written, errors) =>
    html`${transferQuestions.map(({ name, proof }, i) => {
      const field = `answer-${i + 1}`;
      const words = `words-${i + 1}`;
      return html`${radioGroup({
        id: field,
        name: field,
        label: `${i + 1}. ${name}`,
        error: errors.get(field),
        value: written[field],
        choices: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, not yet' },
        ],
      })}${textField({
        id: words,
        name: words,
        label: proof,
        optional: true,
        error: errors.get(words),
        value: written[words],
      })}`;
    })}`,
  write: async (situation, basedOn) => {
    const { ask, reading, own } = situation;
    const parsed = parseTransferTest(ask.form);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const yes = parsed.value.filter(({ answer }) => answer === 'yes').length;
    const told = toldOf(situation, {
      act: `answered the transfer test with ${yes} of ${transferQuestions.length} yes`,
      did: 'has answered the transfer test',
      next: `${yes} of ${transferQuestions.length} answers are yes. Confirm the test, or say what is still missing:`,
    });
    const answered = { districtId: own.districtId, answers: parsed.value, told };
    return writeAs(situation, (view, at) =>
      insertTransferTest(view, reading.engagement.id, basedOn, answered, at),
    );
  },
};

/** The answers of a test, question by question. */
export function answerList(answers: readonly TransferAnswer[]) {
  return definitionList(
    transferQuestions.map(({ id, name }) => {
      const given = answers.find(({ question }) => question === id);
      return {
        term: name,
        description: given
          ? html`<strong>${given.answer === 'yes' ? 'Yes' : 'No, not yet'}</strong>${given.words ? `: ${given.words}` : ''}`
          : 'not asked then',
      };
    }),
  );
}

/** The helping district confirms the test, or says what is still missing. */
export const verdictAct: EngagementAct = {
  id: 'verdict',
  title: ({ other }) => `Can ${other.shortName} do it alone?`,
  lead: ({ other }) => `${other.shortName} has answered. You have worked with them: is it so?`,
  submit: () => 'Send it',
  whyNot: ({ reading, own, other }) => {
    if (own.part !== 'helps') return `The test is confirmed by ${other.shortName}, which helps.`;
    return reading.engagement.state === 'testing' ? null : 'There is no test that waits to be confirmed.';
  },
  version: ({ reading }) => reading.engagement.version,
  fields: ({ reading }, written, errors) => {
    const answers = reading.tests[0]?.answers ?? [];
    const canPass = isEverythingYes(answers);
    return html`${answerList(answers)}${radioGroup({
      id: 'verdict',
      name: 'verdict',
      label: 'Your answer',
      error: errors.get('verdict'),
      value: written.verdict,
      choices: [
        ...(canPass
          ? [
              {
                value: 'passed',
                label: 'Yes, they can do it alone',
                hint: 'The work is closed: capacity transferred.',
              },
            ]
          : []),
        {
          value: 'not yet',
          label: 'Not yet',
          hint: canPass ? 'The work goes on.' : 'A test with a no in it is not passed: the work goes on.',
        },
      ],
    })}${textArea({
      id: 'words',
      name: 'words',
      label: 'What is still missing, or what you want to say',
      rows: 3,
      optional: canPass,
      error: errors.get('words'),
      value: written.words,
    })}`;
  },
  write: async (situation, basedOn) => {
    const { ask, reading, own } = situation;
    const parsed = parseVerdict(ask.form, isEverythingYes(reading.tests[0]?.answers ?? []));
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const { isPassed, words } = parsed.value;
    const told = toldOf(situation, {
      act: isPassed
        ? 'confirmed the transfer test and closed the work: capacity transferred'
        : 'said that the transfer is not there yet',
      did: isPassed ? 'confirms that you can do it alone' : 'says: not yet alone',
      next: isPassed ? 'The work is closed as capacity transferred:' : 'The work goes on:',
      words,
      toDeputies: isPassed,
    });
    const judged = { districtId: own.districtId, isPassed, words, told };
    return writeAs(situation, (view, at) =>
      insertTransferVerdict(view, reading.engagement.id, basedOn, judged, at),
    );
  },
};
