import type { Engagement } from './engagement.ts';
import type { NextAct, NextStep } from './nextStep.ts';

/** What comes next as a sentence, and the words of the button that does it; `formId` is the act's form, where it has one. */
export type NextWords = {
  readonly sentence: string;
  readonly button: string | null;
  readonly formId: string | null;
};

type About = {
  readonly engagement: Pick<Engagement, 'startsOn' | 'endsOn' | 'progress'>;
  readonly step: NextStep;
  /** Short names of the districts it waits for, as a list: `Fresno and Long Beach`. */
  readonly who: string;
  /** Calendar date, and how a day is written out. */
  readonly today: string;
  readonly formatDay: (day: string) => string;
};

const buttons: Readonly<Partial<Record<NextAct, string>>> = {
  offer: 'Offer the help',
  agree: 'Agree to the plan',
  test: 'Answer: can we do it alone?',
  verdict: 'Look at the test',
  product: 'Put a first version forward',
  pilot: 'Plan a pilot',
  'sign-off': 'Sign this version off',
  use: 'Say which version you use',
  wording: 'Word the joint ask',
  'agree-wording': 'Agree to the wording',
  send: 'Write down when it was sent',
  answer: 'Write down their answer',
  secure: 'Write down what is secured',
  close: 'Close the work',
  resume: 'Take it up again',
};

/** The next step in words. Both forms stand after who is waited for: “Fresno answers”, “Fresno and Long Beach answer”. */
export function nextStepWords({ engagement, step, who, today, formatDay }: About): NextWords {
  const { act, waitsFor } = step;
  const many = waitsFor.length > 1;
  const verb = (one: string, more: string) => (many ? more : one);
  const { productVersion, askVersion } = engagement.progress;
  const isLate = today > engagement.endsOn;
  const sentences: Readonly<Record<NextAct, string>> = {
    offer: `${who} ${verb('answers', 'answer')} the ask: who helps, and from when to when.`,
    agree: `${who} ${verb('agrees', 'agree')} to the plan and names who owns it there, or puts another plan forward.`,
    'wait for the first day': `It begins on ${formatDay(engagement.startsOn)}.`,
    'carry on': `The work goes on until ${formatDay(engagement.endsOn)}.`,
    test: isLate
      ? `Its end has passed: ${who} answers whether it can do the work alone, or the end is moved, or the work is closed.`
      : `The end is near: ${who} answers five questions, can we do it alone?`,
    verdict: `${who} confirms the test, or says what is still missing.`,
    product: `${who} ${verb('puts', 'put')} a first version of it forward.`,
    pilot: `${who} ${verb('tries', 'try')} version ${productVersion} in a pilot before it is signed off.`,
    'sign-off': `${who} ${verb('signs', 'sign')} version ${productVersion} off, or ${verb('puts', 'put')} a better one forward.`,
    use: `${who} ${verb('says', 'say')} which version ${verb('it uses', 'they use')}, and what ${verb('it has', 'they have')} adapted.`,
    wording: `${who} ${verb('words', 'word')} together what ${verb('is asked', 'they ask')} of the external partners.`,
    'agree-wording': `${who} ${verb('agrees', 'agree')} to wording ${askVersion}, or ${verb('words', 'word')} it anew: nothing is sent before.`,
    send: 'Both agreed to the wording: it is sent now, by either, and the day is written down.',
    answer: 'The ask is sent. What the partner says is written down here.',
    secure: 'What the partner gives is written down once it is certain.',
    close: 'What it was for is done: the work can be closed.',
    resume: 'The work rests. Either district takes it up again, or closes it.',
    nothing: `Nothing waits for anybody. It goes on until ${formatDay(engagement.endsOn)}.`,
  };
  const button = buttons[act] ?? null;
  return { sentence: sentences[act], button, formId: button ? act : null };
}
