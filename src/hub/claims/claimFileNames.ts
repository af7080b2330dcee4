import type { Registration } from './registration.ts';

/** The names under which a claim's files are downloaded; the beginning of its fingerprint keeps two claims apart. */
export function claimFileNames({
  registration,
  hash,
}: {
  readonly registration: Registration;
  readonly hash: string;
}): { readonly panel: string; readonly registration: string } {
  const stem = `${registration.partnership.slug}-claim-${hash.slice(0, 8)}`;
  return { panel: `${stem}-panel.csv`, registration: `${stem}-registration.json` };
}
