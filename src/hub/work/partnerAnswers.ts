/** What external partners say to a joint ask. */
export const partnerAnswers = [
  { id: 'yes', name: 'Yes' },
  { id: 'in part', name: 'Yes, in part' },
  { id: 'not now', name: 'Not now' },
  { id: 'no', name: 'No' },
] as const;
export type PartnerAnswerId = (typeof partnerAnswers)[number]['id'];
