import { Grant } from '../vocabulary/grant.ts';

export type ParsedGrant =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly reason: string };

/** The grant in a text, or the sentence why it is none, with the field that is not as a grant says it. */
export function parseGrant(text: string): ParsedGrant {
  let said: unknown;
  try {
    said = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, reason: 'it is not JSON. Take it from the page of the agreement on the hub.' };
  }
  const parsed = Grant.safeParse(said);
  if (parsed.success) return { ok: true, grant: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue && 'keys' in issue)
    return { ok: false, reason: `it has the unknown key ${issue.keys.join(', ')}.` };
  const where = issue?.path.map(String).join('.') || 'all of it';
  return { ok: false, reason: `${where} is not as a grant says it (${issue?.message ?? 'unknown reason'}).` };
}
