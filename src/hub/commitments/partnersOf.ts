type Person = { readonly role: string; readonly districtId: string | null };

/** Whoever speaks for the districts to which something is promised: their coordinators, or failing that their superintendents. */
export function partnersOf<P extends Person>(
  districtId: string,
  {
    parties,
    members,
  }: {
    readonly parties: readonly { readonly districtId: string }[];
    readonly members: readonly P[];
  },
): P[] {
  return parties
    .filter((party) => party.districtId !== districtId)
    .flatMap((party) => {
      const own = members.filter((one) => one.districtId === party.districtId);
      const coordinators = own.filter(({ role }) => role === 'coordinator');
      return coordinators.length > 0 ? coordinators : own.filter(({ role }) => role === 'sponsor');
    });
}
