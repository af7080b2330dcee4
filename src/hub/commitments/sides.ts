type Named = { readonly districtId: string; readonly shortName: string };

/** A district as the asker speaks of it. */
export type Side<P extends Named> = {
  readonly party: P;
  readonly isOwn: boolean;
  /** `We promised`, `They promised`; by name for somebody of neither. */
  readonly promised: string;
  /** `we`, `they`, or the name. */
  readonly subject: string;
};

/** The districts with one's own first; somebody of none sees all by name, in their order. */
export function sidesOf<P extends Named>(parties: readonly P[], ownId: string | null): Side<P>[] {
  const own = parties.find(({ districtId }) => districtId === ownId);
  const others = parties.filter((party) => party !== own);
  const they = own && others.length === 1;
  return [...(own ? [own] : []), ...others].map((party) => {
    const isOwn = party === own;
    return {
      party,
      isOwn,
      promised: isOwn
        ? `We promised (${party.shortName})`
        : they
          ? `They promised (${party.shortName})`
          : `${party.shortName} promised`,
      subject: isOwn ? 'we' : they ? 'they' : party.shortName,
    };
  });
}
