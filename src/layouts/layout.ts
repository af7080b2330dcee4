import type { Figure, Subject } from '../vocabulary/cell.ts';
import type { Cds } from '../vocabulary/cds.ts';
import type { SchoolYear } from '../vocabulary/schoolYear.ts';
import type { StudentGroupCode } from '../vocabulary/studentGroup.ts';

/** A published dataset as a layout knows it; `key` is unique inside one file. */
export type Dataset = {
  readonly key: string;
  readonly publisher: string;
  readonly title: string;
  readonly schoolYear: SchoolYear | null;
  readonly synthetic: boolean;
  /** Why its figures may differ from others of the same measure, as one sentence. */
  readonly difference: string | null;
};

/** Where a fact is about. Names are what the file calls the place; a place no file has named is a finding. */
export type Place = {
  readonly cds: Cds;
  readonly name: string | null;
  /** The name of the district a school belongs to. */
  readonly districtName: string | null;
  readonly county: string | null;
};

export type SchoolListing = {
  readonly place: Place;
  readonly city: string | null;
  readonly charter: boolean | null;
  readonly gradeSpan: string | null;
  readonly enrolment: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** What a layout's row may say. Every fact names its dataset by key. */
export type Sink = {
  cell(place: Place, subject: Subject, figure: Figure, dataset: Dataset): void;
  profile(
    place: Place,
    fact: { schoolYear: SchoolYear; factor: string; value: string | null; words: string | null },
    dataset: Dataset,
  ): void;
  assistance(
    place: Place,
    fact: { schoolYear: SchoolYear; group: StudentGroupCode; letter: string; priorities: string },
    dataset: Dataset,
  ): void;
  assistanceStatus(place: Place, fact: { schoolYear: SchoolYear; status: string }, dataset: Dataset): void;
  localIndicator(
    place: Place,
    fact: {
      schoolYear: SchoolYear;
      priority: number;
      item: string;
      rating: number | null;
      words: string | null;
    },
    dataset: Dataset,
  ): void;
  school(listing: SchoolListing): void;
  nces(cds: Cds, nces: string): void;
  /** Something wrong in this row. An error refuses the whole file; a note keeps the row. */
  finding(
    severity: 'error' | 'note',
    rule: string,
    column: string | null,
    message: string,
    remedy: string,
  ): void;
};

/** Reads one row: its cells in the header's order, and the line it begins on (counted from 1). */
export type ReadRow = {
  (cells: readonly string[], line: number, sink: Sink): void;
  /** Called once after the last row: sums over the rows, and checks against the file's own totals. */
  readonly end?: (sink: Sink) => void;
};

/** The district of this name in this county, as files loaded earlier call it; undefined when none or several do. */
export type FindDistrict = (name: string, county: string) => Cds | undefined;

export type FileFormat =
  | {
      readonly kind: 'delimited';
      readonly delimiter: ',' | '\t' | '^';
      readonly encoding: 'utf-8' | 'windows-1252';
    }
  | { readonly kind: 'workbook'; readonly sheet: RegExp; readonly headerLine: number };

/** One layout of one public file. Files of a folder load in the order of `turn`: those that name districts and schools first. */
export type Layout = {
  readonly id: string;
  readonly title: string;
  readonly turn: number;
  readonly format: FileFormat;
  /** Whether a header (cells trimmed, a byte-order mark removed) is this layout's, and this layout's only. */
  readonly matches: (header: readonly string[]) => boolean;
  /**
   * `fileName` without its folder, for layouts that carry their year there; `findDistrict` for the one that carries
   * names and no codes (without it, its rows are refused).
   */
  readonly open: (header: readonly string[], fileName: string, findDistrict?: FindDistrict) => ReadRow;
};
