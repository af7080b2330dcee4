import { z } from 'zod';
import { Cds, Cents, Day, Hash, Named } from './packParts.ts';

/** A need that somebody of a district has confirmed and that was open on the pack's day. */
export const PackNeed = z.strictObject({
  id: z.string(),
  cds: Cds,
  measure: z.string(),
  group: z.strictObject({ code: z.string(), name: z.string() }),
  focusArea: Named,
  wording: z.string(),
  owner: z.string(),
  confirmedOn: Day,
});

/** A piece of work. `state` and `outcome` are of closed lists, `words` the people's own. */
export const PackEngagement = z.strictObject({
  id: z.string(),
  mode: Named,
  title: z.string(),
  purpose: z.string(),
  focusArea: Named,
  strategy: Named,
  benchmark: z.string().nullable(),
  need: z.string().nullable(),
  state: z.string(),
  outcome: z.string().nullable(),
  words: z.string().nullable(),
  startsOn: Day,
  endsOn: Day,
  /** What each district does in it, and who owns it there; null: nobody is named. */
  parties: z.array(
    z.strictObject({
      cds: Cds,
      part: z.string(),
      brings: z.string().nullable(),
      owner: z.string().nullable(),
    }),
  ),
  /** Organisations outside both districts, and what they give. */
  externalPartners: z.array(z.strictObject({ name: z.string(), brings: z.string().nullable() })),
});

/** What a district promised to do by a day. `isOverdue` on the pack's day. */
export const PackCommitment = z.strictObject({
  id: z.string(),
  cds: Cds,
  what: z.string(),
  engagement: z.string().nullable(),
  owner: z.string(),
  due: Day,
  status: z.string(),
  isOverdue: z.boolean(),
  /** Its owner has left the partnership: somebody has to take it over. */
  ownerLeft: z.boolean().optional(),
  doneOn: Day.nullable(),
});

/** Hours that one district gave another in the period; `confirmed` only where both said so. */
export const PackHours = z.strictObject({
  givenBy: Cds,
  receivedBy: Cds,
  confirmedHours: z.string(),
  unconfirmedHours: z.string(),
});

/** A visit, call or meeting of the period with what was noted and decided. */
export const PackContact = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  heldOn: Day,
  engagement: z.string().nullable(),
  minutes: z.string().nullable(),
  decisions: z.array(z.string()),
});

/** A plan-do-study-act cycle: what was tried and what came of it, failures too. */
export const PackCycle = z.strictObject({
  id: z.string(),
  engagement: z.string().nullable(),
  cds: Cds.nullable(),
  title: z.string(),
  change: z.string(),
  state: z.string(),
  /** adopted, adapted, abandoned … ; null while it runs. */
  outcome: z.string().nullable(),
  learnt: z.string().nullable(),
  endedOn: Day.nullable(),
});

/** A rule waived, by whom, for which money, with what it is tied to. */
export const PackFlexibility = z.strictObject({
  id: z.string(),
  cds: Cds.nullable(),
  rule: z.string(),
  authority: z.string(),
  from: Day,
  until: Day,
  state: z.string(),
  dollars: Cents.nullable(),
  use: z.string(),
  result: z.string().nullable(),
  conditions: z.array(
    z.strictObject({ words: z.string(), benchmark: z.string().nullable(), status: z.string() }),
  ),
});

/** Money and time in the period; null: not known. `leverage` as a page says it, with how it is worked out. */
export const PackResources = z.strictObject({
  budgetedCents: Cents.nullable(),
  spentCents: Cents.nullable(),
  externalCents: Cents.nullable(),
  inKindHours: z.string().nullable(),
  leverage: z.strictObject({ ratio: z.string(), sentence: z.string() }).nullable(),
});

/** What the newest run of a claim says, at the strength its estimate allows; nothing stronger may be published. */
export const PackClaim = z.strictObject({
  id: z.string(),
  question: z.string(),
  registrationHash: Hash,
  registeredOn: Day,
  says: z.string().nullable(),
  sentence: z.string().nullable(),
  estimatedOn: Day.nullable(),
});

/** Terms in force on the pack's day, by their hash. */
export const PackAgreement = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  hash: Hash,
  validFrom: Day,
  validUntil: Day,
  parties: z.array(z.strictObject({ cds: Cds, name: z.string() })),
  grants: z.int().nonnegative(),
});

/**
 * A decision about a benchmark or an engagement, with what an earlier pack showed of it. It is `agreed` once every district is
 * behind it, `waits` for an answer, or was `not agreed`.
 */
export const PackDecision = z.strictObject({
  review: z.string(),
  pack: Hash,
  about: z.string(),
  choice: z.string(),
  reason: z.string(),
  words: z.string(),
  saw: z.string(),
  proposedBy: Cds.nullable(),
  standing: z.enum(['agreed', 'waits', 'not agreed']),
  decidedOn: Day,
});

/** Words of the partnership that no figure can give: a quotation, a contact, a board. Lines of `words` are lines. */
export const PackStatement = z.strictObject({
  part: z.enum(['quote', 'contact', 'board', 'note']),
  heading: z.string(),
  words: z.string(),
  saidBy: z.string().nullable(),
  asOf: Day.nullable(),
  source: z.string().nullable(),
});
