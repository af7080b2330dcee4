import type { VaultAsk } from '../serve/vaultRoute.ts';

/** A file for the browser to keep, under this name. `type` is its media type. */
export function download(
  { context }: VaultAsk,
  name: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  context.header('Content-Type', type);
  context.header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`);
  return context.body(body);
}
