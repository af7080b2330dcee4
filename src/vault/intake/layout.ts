import type { SchoolYear } from '../../vocabulary/schoolYear.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import type { Breach } from './breach.ts';
import type { FactRow, FactTable } from './factColumns.ts';

/** What a reader of rows may say and ask. */
export type IntakeSink = {
  /** Something wrong in the row that is being read, or in the file when `line` is null. */
  readonly breach: (breach: Breach, line?: number | null) => void;
  /** A row for a table of the vault; file and line are added. */
  readonly fact: (table: FactTable, row: FactRow, line?: number) => void;
  /** The student's id in the vault: by SSID, else by local id, else a new one. */
  readonly student: (ssid: string | null, localId: string | null) => number;
  /** The id of a member of staff; `isNew` when the vault knew neither of the two ids. */
  readonly staff: (
    seid: string | null,
    localId: string | null,
  ) => { readonly id: number; readonly isNew: boolean };
  readonly place: (listing: SchoolListing) => void;
  /** A number for an incident that the vault has not given yet. */
  readonly nextIncident: () => number;
};

/** What was in the vault before this file. */
export type IntakeKnowledge = {
  readonly districtCds: string;
  /** The schools of the district; empty when no list of schools is loaded. */
  readonly schools: ReadonlySet<string>;
  /** The rows of a loaded table of codes, its columns in its own order; undefined when it is not loaded. */
  readonly codes: (table: string) => readonly (readonly string[])[] | undefined;
  /** Incidents by `schoolYear|school|local number`. */
  readonly incidents: ReadonlyMap<string, number>;
  /** Sections by `schoolYear|school|course|section`. */
  readonly sections: ReadonlyMap<string, CourseSection>;
  /** Staff by `seid …` and `local …`. */
  readonly staff: ReadonlyMap<string, number>;
};

/** A place as a file names it; a list of schools writes over what is known, another file does not. */
export type SchoolListing = {
  readonly cds: string;
  readonly level: 'district' | 'school';
  readonly name: string;
  readonly charter: boolean | null;
  readonly type: string | null;
  readonly alternative: boolean | null;
  readonly overwrite: boolean;
};

export type CourseSection = {
  readonly local_course: string;
  readonly state_course: string | null;
  readonly level: string | null;
  readonly ap_ib: string | null;
  readonly college_credit: boolean | null;
  readonly uc_csu: string | null;
};

/** Reads one file's rows in turn. */
export type RowReader = {
  /** The version of the layout by which the file is read: `2024`. */
  readonly profile: string;
  readonly read: (cells: readonly string[], line: number) => void;
  /** After the last row. */
  readonly end: () => void;
  /** The school year of the file, known after its rows; null where it spans years. */
  readonly year: () => SchoolYear | null;
  /** What the file is, for lineage: a corrected file has the same. `caaspp 01 02`, `calpads_senr`. */
  readonly scope: () => string;
};

export type Recognised =
  | { readonly known: true; readonly profile: string }
  /** It is this layout's kind of file, but not one that can be read: which columns are missing, and why. */
  | { readonly known: false; readonly breach: Breach };

export type EffectiveTable = 'language_status' | 'programme' | 'student_info';

/** Facts that rows of other files took something from when they were loaded, and take it again from a corrected file. */
export type ReferredTable = 'course_section';

/** A rule that SQL judges: its rows are the lines of file `$file` that break it. `values` are other names it asks for. */
export type FileRule = Breach & {
  readonly statement: Statement;
  readonly values?: Readonly<Record<string, string>>;
};

/** What is large in the vault and asked for by few layouts. */
export type AskedKnowledge = 'incidents' | 'sections' | 'staff';

/** One kind of file. Files of one load go in the order of `turn`: what others refer to comes first. */
export type IntakeLayout = {
  readonly id: string;
  readonly title: string;
  readonly turn: number;
  /** Undefined when the header and first row are none of this layout's. Header cells are trimmed. */
  readonly recognise: (
    header: readonly string[],
    first: readonly string[],
    fileName: string,
  ) => Recognised | undefined;
  readonly open: (
    header: readonly string[],
    profile: string,
    sink: IntakeSink,
    known: IntakeKnowledge,
    fileName: string,
  ) => RowReader;
  /** What it asks of the vault's incidents, sections and staff: all three unless it says. The others are not read for it. */
  readonly asks?: readonly AskedKnowledge[];
  /** Its facts hold from a day on, so that a later year's file says again what an earlier one said. */
  readonly byEffectiveDate?: EffectiveTable | ReferredTable | readonly EffectiveTable[];
  /** Rules over the rows as a whole and against other files, run once all rows are in. */
  readonly fileRules?: readonly FileRule[];
};
