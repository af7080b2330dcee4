import { z } from 'zod';

/**
 * A table as the database's catalogue has it, with the statements that name it: `key` is its primary key, `refersTo` the other
 * tables its foreign keys name.
 */
export const StoredTable = z.object({
  name: z.string(),
  quoted: z.string(),
  bytes: z.number(),
  columns: z.array(z.string()),
  quotedColumns: z.string(),
  key: z.array(z.object({ quoted: z.string(), isText: z.boolean() })),
  refersTo: z.array(z.string()),
  /** Counts its rows. */
  counting: z.string(),
  /** Cuts it into pages: `$1` is how many rows of a twentieth of its blocks make a page; null without a key. */
  cutting: z.string().nullable(),
});
export type StoredTable = z.infer<typeof StoredTable>;

/** A migration that a store has been through. */
export const LandedMigration = z.object({ name: z.string(), sha256: z.string() });
export type LandedMigration = z.infer<typeof LandedMigration>;
