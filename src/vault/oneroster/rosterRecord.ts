import type { RosterFile } from './oneRosterFiles.ts';

/** A row of a set, or what the vault holds of one from an earlier set. */
export type RosterRecord = {
  readonly id: string;
  /** False for a record that was deleted: it stays, so that an older word of it does not bring it back. */
  readonly active: boolean;
  /** dateLastModified in UTC; null where a bulk file leaves it blank. */
  readonly modified: string | null;
  /** Columns of the standard that are not blank, by their names. */
  readonly fields: Readonly<Record<string, string>>;
  /** The line in its own file. */
  readonly shown: number;
  /** The line in the set, all files counted on. */
  readonly line: number;
  /** The set that said it; null when it is the one being read. */
  readonly saidIn: number | null;
};

/** The records of a district's roster by file and sourcedId. */
export type Roster = Readonly<Record<RosterFile, Map<string, RosterRecord>>>;

/** How a set says a file: all of it, or what changed. */
export type FileMode = 'bulk' | 'delta' | 'absent';

export type Manifest = {
  readonly version: '1.1' | '1.2';
  readonly modes: Readonly<Record<RosterFile, FileMode>>;
  /** Files of the standard that are there and not read. */
  readonly others: readonly string[];
  /** Files beside the manifest that the standard does not name. */
  readonly strangers: number;
};

/** Each row of a set as the intake passes it on: the file, its columns as JSON, the line within it, what is wrong with it. */
export const rosterHeader: readonly string[] = ['file', 'columns', 'line', 'trouble'];

export type HeldRoster = readonly (RosterRecord & { readonly file: RosterFile })[];
