import { z } from 'zod';

export const backupFormat = 'tandem-backup';
export const formatVersion = 1;

const Count = z.number().int().nonnegative();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The first line of a backup. `migrations` is its schema; the tables follow in this order, each as a line
 * `{"table"}`, its rows as PostgreSQL's COPY text in the order of its key, a line `\.`, and a line with the hash of the rows.
 */
export const BackupHeader = z.object({
  format: z.literal(backupFormat),
  version: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: Count })),
  leftOut: z.array(z.string()),
});
export type BackupHeader = z.infer<typeof BackupHeader>;
export type BackupTable = BackupHeader['tables'][number];

/** Before and after a table's rows. */
export const TableStart = z.object({ table: z.string() });
export const TableEnd = z.object({ table: z.string(), rows: Count, sha256: Sha256 });
/** The last line: the hash of every byte before it. */
export const BackupEnd = z.object({ sha256: Sha256 });

/** Ends the rows of a table; no row reads like it, for COPY writes a backslash of a value twice. */
export const endOfRows = '\\.';
