import type { Statement } from '../../vocabulary/sqlStatements.ts';

/** What goes into a statement or a row: dates as `2024-10-02`, times as Date, numbers as number. */
export type VaultValue = string | number | boolean | null | Date | readonly string[];

/**
 * What comes out: integers of every width and decimals as number, dates as `2024-10-02`, times as Date, lists as
 * arrays. Throws RangeError rather than round an integer that number cannot hold.
 */
export type VaultRow = Readonly<Record<string, unknown>>;

export type VaultValues = Readonly<Record<string, VaultValue>>;

/** One connection to an open vault: alone, or within a transaction. */
export type VaultConnection = {
  /** All rows of the statement. `values` must have exactly its parameters. */
  rows<Row = VaultRow>(statement: Statement, values?: VaultValues): Promise<Row[]>;
  /** The rows in turn, some two thousand at a time, without holding all of them. */
  stream<Row = VaultRow>(statement: Statement, values?: VaultValues): AsyncIterable<Row[]>;
  /** Runs a statement for what it does; answers how many rows it changed. */
  run(statement: Statement, values?: VaultValues): Promise<number>;
  /**
   * Appends rows to a table, the way to write many. `columns` names what each row holds,
   * in its order; a column not named stays null. Answers how many rows it wrote; outside of a
   * transaction some may stay when it rejects.
   */
  append(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly VaultValue[]> | AsyncIterable<readonly VaultValue[]>,
  ): Promise<number>;
};

/** An open vault: DuckDB over one district's students, which sees no file but its own and those it was given. */
export type Vault = VaultConnection & {
  /** The district's code and name, as the vault was made for. */
  readonly district: { readonly cds: string; readonly name: string };
  /** A private folder for what is in the clear for a moment; wiped at every start and close. */
  readonly temporary: string;
  /**
   * Commits when `work` fulfils, rolls back and rethrows when it rejects. One at a time: the next waits. Only what goes
   * through the connection it is given is part of it.
   */
  transaction<T>(work: (connection: VaultConnection) => Promise<T>): Promise<T>;
  /** Writes all of it to the file and lets go of it and of the lock. The file stays unsealed. */
  close(): Promise<void>;
};
