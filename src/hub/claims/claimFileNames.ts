import type { Registration } from './registration.ts';

/**
 * The names under which a claim's files are downloaded; the beginning of its fingerprint keeps two claims apart, that of
 * the panel's two runs.
 */
export function claimFileNames({
  registration,
  hash,
}: {
  readonly registration: Registration;
  readonly hash: string;
}): { readonly panelOf: (dataHash: string) => string; readonly registration: string } {
  const stem = `${registration.partnership.slug}-claim-${hash.slice(0, 8)}`;
  return {
    panelOf: (dataHash) => `${stem}-panel-${dataHash.slice(0, 8)}.csv`,
    registration: `${stem}-registration.json`,
  };
}
