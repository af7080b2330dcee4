import { PackFile } from '../vocabulary/packFile.ts';

/** A pack's file, with `content` as it stood in the file: its hash is over that. */
export type ParsedPackFile =
  | { readonly ok: true; readonly file: PackFile; readonly content: unknown }
  | { readonly ok: false; readonly reason: string };

/** Reads the JSON of a pack's file; a refusal names the first place that is not as the format says, and no value. */
export function parsePackFile(said: unknown): ParsedPackFile {
  const parsed = PackFile.safeParse(said);
  if (parsed.success) return { ok: true, file: parsed.data, content: (said as { pack: unknown }).pack };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') || 'its whole';
  return { ok: false, reason: `It is not a whole pack file: ${place} is not as the format says.` };
}
