/** Can they do it alone? What the helped district answers before an engagement may close as transferred. */
export const transferQuestions = [
  {
    id: 'led by us',
    name: 'Does a named person of ours lead it?',
    proof: 'If yes: who leads it',
  },
  {
    id: 'done alone',
    name: 'Have we done it once without the helper in the room?',
    proof: 'If yes: where and when',
  },
  {
    id: 'written down',
    name: 'Is it written down where our people work?',
    proof: 'If yes: where it is found',
  },
  {
    id: 'successor',
    name: 'Is it settled who does it when that person leaves?',
    proof: 'If yes: who would do it',
  },
  {
    id: 'measured',
    name: 'Do we measure what comes of it?',
    proof: 'If yes: by which figure, and how often',
  },
] as const;
export type TransferQuestionId = (typeof transferQuestions)[number]['id'];

export type TransferAnswer = {
  readonly question: TransferQuestionId;
  readonly answer: 'yes' | 'no';
  readonly words: string | null;
};

/** Whether a test can be passed: every question is answered with yes. */
export function isEverythingYes(answers: readonly TransferAnswer[]): boolean {
  return transferQuestions.every(({ id }) =>
    answers.some(({ question, answer }) => question === id && answer === 'yes'),
  );
}
