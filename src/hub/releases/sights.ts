import type { Grant } from '../../vocabulary/grant.ts';
import { type AgreementVersion, type Ending, liveGrants, type Signing } from '../agreement/standing.ts';
import { grantOf } from '../agreement/terms.ts';

type Agreements = readonly {
  readonly versions: readonly AgreementVersion[];
  readonly signings: readonly Signing[];
  readonly endings: readonly Ending[];
}[];

/** The grants of all agreements as a door needs them: under which releases enter on a day, and which hold no more. */
export function doorGrants(
  agreements: Agreements,
  today: string,
): { readonly grants: Grant[]; readonly deadGrants: ReadonlySet<string> } {
  const live = agreements.flatMap((agreement) => liveGrants(agreement, today));
  const grants = live
    .filter(({ takesReleases }) => takesReleases)
    .map(({ clause, version }) => grantOf(version.terms, version.version, clause));
  const ever = agreements.flatMap(({ versions }) =>
    versions.flatMap(({ terms }) => terms.grants.map(({ id }) => id)),
  );
  return { grants, deadGrants: new Set(ever.filter((id) => !grants.some((grant) => grant.id === id))) };
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
