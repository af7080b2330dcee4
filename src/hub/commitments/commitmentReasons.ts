/** Why the day of a commitment is moved. */
export const movingReasons = [
  { id: 'more work', name: 'It is more work than we thought' },
  { id: 'waits for partner', name: 'It waits for something from the partner' },
  { id: 'waits for others', name: 'It waits for somebody outside both districts' },
  { id: 'staff', name: 'The people are not there' },
  { id: 'other first', name: 'Something else had to come first' },
  { id: 'other', name: 'Another reason' },
] as const;
export type MovingReasonId = (typeof movingReasons)[number]['id'];

/** Why a commitment is dropped. */
export const droppingReasons = [
  { id: 'not needed', name: 'It is not needed any more' },
  { id: 'done otherwise', name: 'It was done in another way' },
  { id: 'no money', name: 'The money is not there' },
  { id: 'staff', name: 'The people are not there' },
  { id: 'partner declined', name: 'The partner does not want it' },
  { id: 'other', name: 'Another reason' },
] as const;
export type DroppingReasonId = (typeof droppingReasons)[number]['id'];
