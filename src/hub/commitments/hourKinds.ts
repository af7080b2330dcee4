/** What shared hours were spent on. */
export const hourKinds = [
  { id: 'visit', name: 'Visit' },
  { id: 'call', name: 'Call' },
  { id: 'coaching', name: 'Coaching' },
  { id: 'materials', name: 'Preparing materials' },
] as const;
export type HourKindId = (typeof hourKinds)[number]['id'];

/** Why a district does not confirm hours that the other entered. */
export const disputeReasons = [
  { id: 'hours differ', name: 'It was another number of hours' },
  { id: 'day differs', name: 'It was another day' },
  { id: 'not shared', name: 'It was not for the partnership' },
  { id: 'entered twice', name: 'It is entered twice' },
  { id: 'did not happen', name: 'It did not happen' },
  { id: 'other', name: 'Another reason' },
] as const;
export type DisputeReasonId = (typeof disputeReasons)[number]['id'];
