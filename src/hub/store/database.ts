export type Row = Readonly<Record<string, unknown>>;

/**
 * One open transaction. `query` takes `$1` parameters and answers rows with these JavaScript types on either
 * engine: int8 as number, numeric as text, timestamptz as Date, date as text, bytea as Uint8Array, jsonb parsed.
 */
export type Connection = {
  query(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs `copy … from stdin` (text format) over the chunks in turn; each chunk holds whole lines. */
  copyIn(statement: string, chunks: AsyncIterable<string>): Promise<void>;
  /**
   * The bytes of `copy … to stdout` (text format), which the statement must end with. PostgreSQL gives them as they come,
   * cut anywhere; the embedded store gives all at once, so ask it for a page. After stopping early only a rollback is possible.
   */
  copyOut(statement: string): AsyncIterable<Uint8Array>;
};

export type Database = {
  readonly engine: 'embedded' | 'postgresql';
  /** Commits when `run` fulfils, rolls back and rethrows when it rejects. */
  transaction<T>(run: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** The SQLSTATE of an error that came from the database, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
