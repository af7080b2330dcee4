import type { CellReader } from '../intake/readCells.ts';
import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';

/** What the readers of record types share: the file's cells, and where its rows go. */
export type CalpadsFile = {
  readonly cells: CellReader<string>;
  readonly sink: IntakeSink;
  readonly known: IntakeKnowledge;
};

/** A row whose address is read: `student` asks for the student's id, undefined after a finding. */
export type CalpadsRow = {
  readonly year: number;
  readonly school: string;
  readonly line: number;
  readonly student: () => number | undefined;
};

/** Reads the rows of one record type. */
export type RecordReader = {
  readonly read: (row: CalpadsRow) => void;
  readonly end?: () => void;
};
