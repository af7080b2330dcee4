import { z } from 'zod';

const bytes = z.instanceof(Uint8Array).nullable();

export const Server = z.object({
  version: z.string(),
  encoding: z.string(),
  at: z.date(),
  bytes: z.number(),
});
export type Server = z.infer<typeof Server>;

/** A chain of acts: its newest line as its head says, and as it is. */
export const Chain = z.object({
  partnership_id: z.string(),
  name: z.string().nullable(),
  head_seq: z.number().nullable(),
  head_hash: bytes,
  line_seq: z.number().nullable(),
  line_hash: bytes,
});
export type Chain = z.infer<typeof Chain>;

export const FileCounts = z.object({ files: z.number(), superseded: z.number(), orphaned: z.number() });
export type FileCounts = z.infer<typeof FileCounts>;

/** A measure of which a source gives figures without a definition. */
export const UndefinedMeasure = z.object({ file: z.string(), dataset: z.string(), measureId: z.string() });
export type UndefinedMeasure = z.infer<typeof UndefinedMeasure>;

/** Mail that has not left. */
export const MailCounts = z.object({
  waiting: z.number(),
  overdue: z.number(),
  failing: z.number(),
  givenUp: z.number(),
  lastError: z.string().nullable(),
});
export type MailCounts = z.infer<typeof MailCounts>;
