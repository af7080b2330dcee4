import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import { orgMustHaveACdsCode } from './orgMustHaveACdsCode.ts';
import type { Roster } from './rosterRecord.ts';

/** The 14 digits of an org in which students are; undefined after a finding, one for each org. */
export type PlaceOf = (orgId: string) => string | undefined;

/**
 * Finds a school by the district's own list, its identifier or its sourcedId: 14 digits, or the 7 of a school. Names it as a
 * place of the vault when a list of schools has not.
 */
export function rosterPlaces(roster: Roster, known: IntakeKnowledge, sink: IntakeSink): PlaceOf {
  const own = known.districtCds.slice(0, 7);
  const listed = new Map(known.codes('oneroster_place')?.map(([id = '', cds = '']) => [id, cds]));
  const places = new Map<string, string | undefined>();
  const cdsOf = (code: string | undefined): string | undefined => {
    if (code === undefined) return undefined;
    if (/^\d{14}$/.test(code)) return code.startsWith(own) ? code : undefined;
    return /^\d{7}$/.test(code) ? own + code : undefined;
  };
  return (id) => {
    if (places.has(id)) return places.get(id);
    const org = roster.orgs.get(id);
    const cds = listed.get(id) ?? cdsOf(org?.fields.identifier) ?? cdsOf(id);
    places.set(id, cds);
    if (cds === undefined) sink.breach(orgMustHaveACdsCode(own), org?.saidIn === null ? org.shown : null);
    else if (org?.fields.name) {
      const { name } = org.fields;
      sink.place({
        cds,
        level: 'school',
        name,
        charter: null,
        type: null,
        alternative: null,
        overwrite: false,
      });
    }
    return cds;
  };
}
