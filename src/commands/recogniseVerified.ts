import { Refusal } from '../vocabulary/refusal.ts';

/** What a file means to be, by its beginning or the format it names. */
export type Verified =
  | { readonly kind: 'release' }
  | { readonly kind: 'pack' | 'fact sheet data'; readonly said: unknown }
  | { readonly kind: 'fact sheet table'; readonly text: string }
  | { readonly kind: 'fact sheet PDF' };

const known = 'a release, a sealed pack, or a fact sheet as PDF, JSON or CSV';

/** Tells what there is to verify; refuses anything else by the file's name, in a sentence. */
export function recogniseVerified(bytes: Uint8Array, name: string): Verified {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  if (isPdf) return { kind: 'fact sheet PDF' };
  const text = utf8(bytes)
    ?.replace(/^\ufeff/, '')
    .trimStart();
  if (text?.startsWith('field,what,')) return { kind: 'fact sheet table', text };
  if (text?.startsWith('{')) return recogniseJson(text, name);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'release' };
  if (bytes.length === 0) throw new Refusal(`${name} is empty.`);
  throw new Refusal(`${name} is nothing that can be verified: ${known}.`);
}

function recogniseJson(text: string, name: string): Verified {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Refusal(`${name} is cut short or damaged: it is not whole JSON. Get it again.`);
  }
  const { format } = said as { format?: unknown };
  if (format === 'tandem pack file 1') return { kind: 'pack', said };
  if (format === 'tandem fact sheet 1') return { kind: 'fact sheet data', said };
  if (format === 'tandem pack 1') {
    throw new Refusal(
      `${name} is what a pack says, without who sealed and signed it: get the pack’s file from the review.`,
    );
  }
  if (typeof format === 'string' && /^tandem (pack file|fact sheet) /.test(format))
    throw new Refusal(`${name} is of another format than this Tandem knows: use the Tandem that wrote it.`);
  throw new Refusal(
    `${name} is no release file. The file is not compressed as a release file is (gzip), and it is neither a sealed pack nor a fact sheet.`,
  );
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
