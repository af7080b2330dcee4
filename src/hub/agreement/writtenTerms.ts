import type { SigningParty } from './agreementDraft.ts';
import type { GrantClause, Terms } from './terms.ts';

/** The fields of the form as they were written. */
export type Written = Readonly<Record<string, string>>;

/** The terms as the form holds them. Grants that say the same of every district, each to all others, are one block. */
export function writtenOf(terms: Terms, parties: readonly SigningParty[]): Written {
  const blocks = [...Map.groupBy(terms.grants, sameText).values()].flatMap((grants) => {
    const givers = new Set(grants.map(({ from }) => from));
    return grants.length === parties.length && givers.size === parties.length
      ? [grants]
      : grants.map((grant) => [grant]);
  });
  return {
    title: terms.title,
    validFrom: terms.validFrom,
    validUntil: terms.validUntil,
    reviewOn: terms.reviewOn ?? '',
    daysSeenAfterEnd: String(terms.daysSeenAfterEnd),
    words: terms.words,
    grants: String(blocks.length),
    ...Object.assign({}, ...blocks.map((grants, i) => block(i + 1, grants, parties))),
  };
}

/** All of a grant but who it is from and to. */
function sameText(grant: GrantClause): string {
  const { measures, scope, firstYear, lastYear, smallestGroup, embargoDays, publication } = grant;
  return JSON.stringify([measures, scope, firstYear, lastYear, smallestGroup, embargoDays, publication]);
}

function block(n: number, grants: readonly GrantClause[], parties: readonly SigningParty[]): Written {
  const [grant] = grants;
  if (!grant) return {};
  const ids = parties.flatMap(({ cds, position }) => {
    const own = grants.find(({ from }) => from === cds);
    return own ? [[`grant${n}-id-${position}`, own.id]] : [];
  });
  return {
    [`grant${n}-giver`]: grants.length > 1 ? 'every' : grant.from,
    [`grant${n}-scope`]: grant.scope,
    [`grant${n}-publication`]: grant.publication,
    [`grant${n}-firstYear`]: String(grant.firstYear),
    [`grant${n}-lastYear`]: String(grant.lastYear),
    [`grant${n}-smallestGroup`]: String(grant.smallestGroup),
    [`grant${n}-embargoDays`]: String(grant.embargoDays),
    ...Object.fromEntries(grant.measures.map((id) => [`grant${n}-measure-${id}`, id])),
    ...Object.fromEntries(ids),
  };
}
