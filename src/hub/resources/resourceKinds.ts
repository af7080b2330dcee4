/** Where money comes from. `outside`: it would not have come without somebody asking for it. */
export const sourceKinds = [
  { id: 'state categorical', name: 'State, for one purpose (categorical)', outside: false },
  { id: 'state general', name: 'State, general', outside: false },
  { id: 'federal title', name: 'Federal title programme', outside: false },
  { id: 'grant', name: 'Grant', outside: true },
  { id: 'foundation', name: 'Foundation', outside: true },
  { id: 'district general', name: 'District’s own general money', outside: false },
  { id: 'other', name: 'Other', outside: false },
] as const;
export type SourceKindId = (typeof sourceKinds)[number]['id'];

/** Who may let a district do otherwise than a rule says. */
export const authorities = [
  {
    id: 'state board waiver',
    name: 'State Board of Education waiver',
    hint: 'In California under Education Code 33050 to 33053.',
  },
  { id: 'statute', name: 'A statute itself', hint: 'The law lets districts choose, without asking.' },
  { id: 'federal waiver', name: 'Federal waiver', hint: null },
  { id: 'local board', name: 'The district’s own board', hint: null },
  { id: 'grant terms', name: 'The terms of a grant', hint: 'The funder agreed to another use.' },
  { id: 'other', name: 'Another authority', hint: 'Say below which.' },
] as const;
export type AuthorityId = (typeof authorities)[number]['id'];

/** How a request for a flexibility was decided. That one is over follows from its days. */
export const decisions = [
  { id: 'requested', name: 'Asked for, not decided' },
  { id: 'granted', name: 'Granted' },
  { id: 'denied', name: 'Denied' },
  { id: 'withdrawn', name: 'Taken back by the district' },
] as const;
export type DecisionId = (typeof decisions)[number]['id'];

/** What a condition asks for. */
export const conditionKinds = [
  {
    id: 'target reached',
    name: 'A target is reached',
    hint: 'By the results of a school year, a district has reached its target.',
  },
  {
    id: 'pace on track',
    name: 'The pace is enough',
    hint: 'With the results of a school year, a district moves fast enough towards its target.',
  },
  { id: 'report sent', name: 'A report is sent', hint: 'By a day.' },
  { id: 'spend at least', name: 'At least so much is spent', hint: 'By a day, as the ledger shows it.' },
  {
    id: 'spend at most',
    name: 'No more than so much is spent',
    hint: 'Until a day, as the ledger shows it: a cap on administration, say.',
  },
] as const;
export type ConditionKindId = (typeof conditionKinds)[number]['id'];

/** What a district gave that is neither money nor hours. */
export const inKindKinds = [
  { id: 'room', name: 'A room' },
  { id: 'materials', name: 'Materials' },
  { id: 'travel', name: 'Travel' },
  { id: 'other', name: 'Something else' },
] as const;
export type InKindKindId = (typeof inKindKinds)[number]['id'];

/** What a file of the ledger holds. */
export const ledgerHoldings = [
  { id: 'spending', name: 'What was spent', hint: 'Postings, or sums by account.' },
  { id: 'budget', name: 'What is budgeted', hint: 'The budget as it was adopted or revised.' },
] as const;
export type LedgerHolding = (typeof ledgerHoldings)[number]['id'];

/** The name of a member of a list; the id itself for one that is no longer in it. */
export function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id;
}

/** The id of a list's member that a form names, or undefined. */
export function findIn<Id extends string>(
  list: readonly { readonly id: Id }[],
  text: string | undefined,
): Id | undefined {
  return list.find(({ id }) => id === text)?.id;
}
