import type { Breach } from '../intake/breach.ts';

/** A learner of English is one since a day. */
export const learnerMustHaveADay: Breach = {
  severity: 'note',
  column: null,
  rule: 'learnerMustHaveADay',
  valueClass: 'no language instruction',
  message: 'no instruction for English learners says since when; taken is the first day of the year’s stays',
  remedy: 'give StudentLanguageInstructionProgramAssociation with BeginDate, or load CALPADS SELA',
};
