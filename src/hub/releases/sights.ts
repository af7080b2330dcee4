import type { Grant } from '../../vocabulary/grant.ts';
import { type AgreementVersion, type Ending, liveGrants, type Signing } from '../agreement/standing.ts';
import { grantOf } from '../agreement/terms.ts';

type Agreements = readonly {
  readonly versions: readonly AgreementVersion[];
  readonly signings: readonly Signing[];
  readonly endings: readonly Ending[];
}[];

/** The grants of all agreements as a door needs them: under which releases enter on a day, and of all others why none does. */
export function doorGrants(
  agreements: Agreements,
  today: string,
): { readonly grants: Grant[]; readonly deadGrants: ReadonlyMap<string, string> } {
  const live = agreements.flatMap((agreement) => liveGrants(agreement, today));
  const grants = live
    .filter(({ takesReleases }) => takesReleases)
    .map(({ clause, version }) => grantOf(version.terms, version.version, clause));
  const dead = new Map<string, string>();
  for (const agreement of agreements) {
    for (const { terms } of agreement.versions)
      for (const { id } of terms.grants)
        if (!grants.some((grant) => grant.id === id)) dead.set(id, whyDead(agreement, id, today));
  }
  return { grants, deadGrants: dead };
}

/** Why nothing enters under a grant on a day, in a sentence. */
function whyDead(agreement: Agreements[number], grantId: string, today: string): string {
  const { versions, signings, endings } = agreement;
  if (endings.some((one) => one.grantId === grantId)) return 'The grant it was made under was taken back.';
  if (endings.some((one) => one.grantId === null))
    return 'The agreement of the grant it was made under was ended.';
  const signed = versions.findLast(({ version, terms }) =>
    terms.parties.every(({ cds }) => signings.some((by) => by.version === version && by.cds === cds)),
  );
  if (!signed)
    return 'The agreement of the grant it was made under has not been signed by all its districts.';
  const { validFrom, validUntil, grants } = signed.terms;
  if (!grants.some(({ id }) => id === grantId))
    return 'The grant it was made under is no longer part of the agreement as it was signed last.';
  return today < validFrom
    ? `The grant it was made under begins on ${validFrom}.`
    : `The grant it was made under ended on ${validUntil}.`;
}

/** What a grant lets somebody see: of one district, one measure each, within years, places and group sizes. */
export type Sight = {
  readonly grantId: string;
  readonly cds: string;
  /** Null: every measure, every place, every year: the district's own people. */
  readonly limits: {
    readonly measures: readonly string[];
    readonly schools: boolean;
    readonly firstYear: number;
    readonly lastYear: number;
    readonly smallestGroup: number;
  } | null;
};

/** What people of a district see of the others on a day, and, without limits, of themselves; of no district: nothing. */
export function sightsOf(agreements: Agreements, viewingCds: string | null, today: string): Sight[] {
  if (viewingCds === null) return [];
  const live = agreements.flatMap((agreement) => liveGrants(agreement, today));
  const given = live
    .filter(({ clause }) => clause.to.includes(viewingCds))
    .map(({ clause: { id, from, measures, scope, firstYear, lastYear, smallestGroup } }) => ({
      grantId: id,
      cds: from,
      limits: { measures, schools: scope === 'schools', firstYear, lastYear, smallestGroup },
    }));
  const own = agreements
    .flatMap(({ versions }) => versions.flatMap(({ terms }) => terms.grants))
    .filter(({ from }) => from === viewingCds)
    .map(({ id }) => id);
  return [...given, ...new Set(own)].map((one) =>
    typeof one === 'string' ? { grantId: one, cds: viewingCds, limits: null } : one,
  );
}
