import { findMeasure } from '../../measures/registry.ts';
import { outOfTime } from '../../release/checkUnderGrant.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { Vault } from '../store/vault.ts';

export type Asked = {
  /** Every measure of the grant where none is named. */
  readonly measures?: readonly string[];
  /** Every year of the grant where none is named. */
  readonly year?: number;
};

export type Within = {
  readonly measures: readonly string[];
  readonly firstYear: number;
  readonly lastYear: number;
};

/** What is asked for within a grant. Refuses another district's grant, one not in force, and what it does not name. */
export function withinGrant(grant: Grant, district: Vault['district'], asked: Asked, today: string): Within {
  if (grant.from !== district.cds) {
    throw new Refusal(
      `The grant is given by district ${grant.from}; this is the vault of ${district.name} (${district.cds}).`,
    );
  }
  const [late] = outOfTime(grant, today);
  if (late) throw new Refusal(`${late} Nothing can be released under it today.`);
  const unknown = grant.measures.filter((id) => !findMeasure(id));
  if (unknown.length > 0) {
    throw new Refusal(`The grant names measures that this Tandem does not know: ${unknown.join(', ')}.`);
  }
  const { measures = grant.measures, year } = asked;
  const beyond = measures.filter((id) => !grant.measures.includes(id));
  if (beyond.length > 0) {
    throw new Refusal(
      `The grant does not name ${beyond.join(', ')}. It names: ${grant.measures.join(', ')}.`,
    );
  }
  if (year !== undefined && (year < grant.firstYear || year > grant.lastYear)) {
    throw new Refusal(`The grant goes from ${grant.firstYear} to ${grant.lastYear}, not to ${year}.`);
  }
  return {
    measures: [...measures].toSorted(),
    firstYear: year ?? grant.firstYear,
    lastYear: year ?? grant.lastYear,
  };
}
