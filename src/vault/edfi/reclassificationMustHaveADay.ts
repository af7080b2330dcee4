import type { Breach } from '../intake/breach.ts';

/** A learner was reclassified on a day. */
export const reclassificationMustHaveADay: Breach = {
  severity: 'note',
  column: null,
  rule: 'reclassificationMustHaveADay',
  valueClass: 'no end of language instruction',
  message: 'nothing says when the student was reclassified; no status is kept',
  remedy:
    'give StudentLanguageInstructionProgramAssociation with BeginDate and EndDate, or load CALPADS SELA',
};
