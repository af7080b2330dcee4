import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import { edfiParts } from './edfiFields.ts';
import { stateSystems } from './edfiCodes.ts';
import { edfiMark, type EdfiOrigin } from './edfiRecord.ts';
import type { RecordOf } from './edfiSet.ts';
import { organisationMustHaveACdsCode } from './organisationMustHaveACdsCode.ts';
import { organisationMustStandInTheSet } from './organisationMustStandInTheSet.ts';
import type { FieldBreach } from './readFields.ts';
import { recordMustStandOnce } from './recordMustStandOnce.ts';

type Organisation = {
  readonly level: 'district' | 'school';
  readonly name: string;
  readonly charter: boolean;
  readonly codes: readonly string[];
  readonly origin: EdfiOrigin;
  readonly element: string;
};

/** The schools and districts of a set, and which places of California they are. */
export type OrganisationRegister = {
  readonly addSchool: (record: RecordOf<'School'>) => void;
  readonly addDistrict: (record: RecordOf<'LocalEducationAgency'>) => void;
  /** The id of an organisation that may be named by its mark in the file. */
  readonly idOf: (named: string) => string;
  /** The 14 digits of an organisation; undefined after a finding, one for each organisation. */
  readonly place: (id: string, element: string, origin: EdfiOrigin) => string | undefined;
};

/** Gathers organisations; a place is looked for when a record needs it, so that others need no code. */
export function readOrganisations(
  known: IntakeKnowledge,
  sink: IntakeSink,
  breach: FieldBreach,
): OrganisationRegister {
  const own = known.districtCds.slice(0, 7);
  const listed = new Map(known.codes('edfi_place')?.map(([id = '', cds = '']) => [id, cds]));
  const organisations = new Map<string, Organisation>();
  const marks = new Map<string, string>();
  const places = new Map<string, string | undefined>();
  const find = (id: string): string | undefined => {
    const { level, codes } = organisations.get(id) ?? { level: 'school', codes: [] };
    const whole = level === 'school' && id.length < 13 ? codes : [...codes, id];
    return listed.get(id) ?? whole.map((code) => cdsOf(code, level, own)).find(Boolean);
  };
  const add = (
    record: RecordOf<'School'> | RecordOf<'LocalEducationAgency'>,
    level: Organisation['level'],
  ): void => {
    const id = record.required('id');
    if (id === null) return;
    if (organisations.has(id)) breach(recordMustStandOnce(record.element('id')), record.origin);
    const mark = record.text('mark');
    if (mark !== null) marks.set(edfiMark(record.origin, mark), id);
    organisations.set(id, {
      level,
      name: record.text('name') ?? '',
      charter: /#(?!Not a Charter)/.test(record.text('charter') ?? ''),
      codes: record
        .parts('codes', edfiParts.organisationCode)
        .filter((part) => stateSystems.test(part.text('system')?.split('#').at(-1) ?? ''))
        .flatMap((part) => part.texts('code')),
      origin: record.origin,
      element: record.element('id'),
    });
  };
  return {
    addSchool: (record) => add(record, 'school'),
    addDistrict: (record) => add(record, 'district'),
    idOf: (named) => marks.get(named) ?? named,
    place: (named, element, origin) => {
      const id = marks.get(named) ?? named;
      if (places.has(id)) return places.get(id);
      const cds = find(id);
      places.set(id, cds);
      const organisation = organisations.get(id);
      if (cds === undefined && !organisation) breach(organisationMustStandInTheSet(id, element), origin);
      else if (cds === undefined && organisation)
        breach(organisationMustHaveACdsCode(id, own, organisation.element), organisation.origin);
      if (cds !== undefined && organisation?.level === 'school' && organisation.name !== '') {
        const { name, charter } = organisation;
        sink.place({ cds, level: 'school', name, charter, type: null, alternative: null, overwrite: false });
      }
      return cds;
    },
  };
}

/**
 * 14 digits of this district, or the 7 of one of its schools; `10-62166-0000001` is one too. A number has lost the zero
 * with which the codes of the first nine counties begin.
 */
function cdsOf(code: string, level: Organisation['level'], own: string): string | undefined {
  const digits = /^[\d -]+$/.test(code) ? code.replace(/\D/g, '') : '';
  const whole = digits.length === 13 ? `0${digits}` : digits;
  if (whole.length === 14) return whole.startsWith(own) ? whole : undefined;
  if (level === 'district') return digits.padStart(7, '0') === own ? `${own}0000000` : undefined;
  return digits.length === 7 ? own + digits : undefined;
}
