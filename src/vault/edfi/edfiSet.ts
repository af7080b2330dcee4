import type { FactRow, FactTable } from '../intake/factColumns.ts';
import type { IntakeKnowledge } from '../intake/layout.ts';
import type { EdfiResource } from '../../vocabulary/edfiResources.ts';
import type { edfiFields } from './edfiFields.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { Descriptors } from './openDescriptors.ts';
import type { FieldBreach, FieldReader } from './readFields.ts';
import type { OrganisationRegister } from './readOrganisations.ts';
import type { PersonRegister } from './readPersons.ts';

/** The fields of a record of one resource. */
export type RecordOf<R extends EdfiResource> = FieldReader<Extract<keyof (typeof edfiFields)[R], string>>;

/** What the readers of resources share. Facts are written when all of the set is read. */
export type EdfiSet = {
  readonly known: IntakeKnowledge;
  readonly breach: FieldBreach;
  readonly fact: (table: FactTable, row: FactRow, origin: EdfiOrigin) => void;
  readonly code: Descriptors;
  readonly organisations: OrganisationRegister;
  readonly persons: PersonRegister;
  /** False, with a finding, for a key that the resource had before. */
  readonly once: (resource: EdfiResource, key: string, element: string, origin: EdfiOrigin) => boolean;
  /** The school year of the set; a record of another is a note, and false. */
  readonly inYear: (year: number, element: string, origin: EdfiOrigin) => boolean;
};

/** A stay as the set gives it, when student and school are known. */
export type Stay = {
  readonly student: number;
  readonly school: string;
  /** The school's id in Ed-Fi. */
  readonly schoolId: string;
  readonly start: string;
  readonly end: string | null;
  readonly origin: EdfiOrigin;
};
