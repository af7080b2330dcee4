import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseSigningKey } from '../../release/parseSigningKey.ts';

export type SignerDraft = { readonly name: string; readonly role: string; readonly publicKey: string };

/** Reads a signer from the text of their public key file, as their vault wrote it, and says what it is not. */
export function parseSignerDraft(form: Readonly<Record<string, string>>): Parsed<SignerDraft> {
  const errors = new Map<string, string>();
  const key = parseSigningKey(form.key?.trim() ?? '');
  if (!form.key?.trim()) errors.set('key', 'Paste the text of the public key file.');
  else if (!key)
    errors.set('key', 'This is no public key file of a vault: paste its whole text, from { to }.');
  if (errors.size > 0 || !key) return { ok: false, errors };
  return { ok: true, value: { name: key.name, role: key.role, publicKey: key.publicKey } };
}
