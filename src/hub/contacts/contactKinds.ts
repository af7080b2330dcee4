/** What a contact can be. */
export const contactKinds = [
  { id: 'visit', name: 'Visit' },
  { id: 'call', name: 'Call' },
  { id: 'meeting', name: 'Meeting' },
] as const;
export type ContactKindId = (typeof contactKinds)[number]['id'];

export function contactKindName(id: ContactKindId): string {
  return contactKinds.find((kind) => kind.id === id)?.name ?? id;
}

/** Why a contact is cancelled. */
export const cancellingReasons = [
  { id: 'later', name: 'It is put off: another one will be planned' },
  { id: 'people', name: 'The people it needs cannot come' },
  { id: 'school', name: 'The school or office cannot receive anybody' },
  { id: 'no money', name: 'There is no money for the journey' },
  { id: 'not needed', name: 'It is not needed any more' },
  { id: 'other', name: 'Another reason' },
] as const;
export type CancellingReasonId = (typeof cancellingReasons)[number]['id'];
