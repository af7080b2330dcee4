/** Kinds of organisations outside both districts. */
export const partnerKinds = [
  { id: 'university', name: 'University or college' },
  { id: 'foundation', name: 'Foundation' },
  { id: 'business', name: 'Business' },
  { id: 'county office', name: 'County office' },
  { id: 'state agency', name: 'State agency' },
  { id: 'community organisation', name: 'Community organisation' },
] as const;
export type PartnerKindId = (typeof partnerKinds)[number]['id'];

export function partnerKindName(id: PartnerKindId): string {
  return partnerKinds.find((kind) => kind.id === id)?.name ?? id;
}
