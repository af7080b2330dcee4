import { districtSystems, stateSystems } from './edfiCodes.ts';
import { edfiParts } from './edfiFields.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { RecordOf } from './edfiSet.ts';
import type { Descriptors } from './openDescriptors.ts';

/** What a district or school says of a student. */
export type Association = {
  readonly student: string;
  readonly organisation: string;
  readonly ssids: readonly string[];
  readonly localId: string | null;
  readonly gender: string | null;
  readonly hispanic: boolean | null;
  /** Undefined where nothing is said of race. */
  readonly races: readonly string[] | undefined;
  readonly proficiency: string | null;
  readonly traits: readonly {
    readonly code: string;
    readonly begin: string | null;
    readonly end: string | null;
  }[];
  readonly origin: EdfiOrigin;
  /** The elements of the identification codes and of the student, for findings. */
  readonly element: string;
  readonly reference: string;
};

/** Reads a StudentEducationOrganizationAssociation; undefined after a finding. */
export function readAssociation(
  record: RecordOf<'StudentEducationOrganizationAssociation'>,
  code: Descriptors,
): Association | undefined {
  const { origin } = record;
  const student = record.required('student');
  const organisation = record.required('organisation');
  if (student === null || organisation === null) return undefined;
  const [ssids, locals]: [string[], string[]] = [[], []];
  for (const part of record.parts('codes', edfiParts.studentCode)) {
    const [value, system] = [part.text('code'), part.text('system')?.split('#').at(-1) ?? ''];
    if (value !== null && stateSystems.test(system)) ssids.push(value);
    else if (value !== null && districtSystems.test(system)) locals.push(value);
  }
  const sex = record.text('sex');
  const races = record.texts('races');
  const proficiency = record.text('proficiency');
  return {
    student,
    organisation,
    ssids,
    localId: locals[0] ?? null,
    gender: sex === null ? null : (code('SexDescriptor', sex, record.element('sex'), origin) ?? null),
    hispanic: record.yes('hispanic'),
    races:
      races.length === 0
        ? undefined
        : races.flatMap((race) => code('RaceDescriptor', race, record.element('races'), origin) ?? []),
    proficiency:
      proficiency === null
        ? null
        : (code('LimitedEnglishProficiencyDescriptor', proficiency, record.element('proficiency'), origin) ??
          null),
    traits: record.parts('characteristics', edfiParts.characteristic).flatMap((part) => {
      const kind = part.text('kind');
      const trait =
        kind === null ? null : code('StudentCharacteristicDescriptor', kind, part.element('kind'), origin);
      return trait ? [{ code: trait, begin: part.day('begin'), end: part.day('end') }] : [];
    }),
    origin,
    element: record.element('codes'),
    reference: record.element('student'),
  };
}
