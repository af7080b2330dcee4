import { verifyKeySignatures } from '../../release/verifyPackFile.ts';
import { PackKeySignature } from '../../vocabulary/packFile.ts';

type Signer = {
  readonly cds: string;
  readonly name: string;
  readonly publicKey: string;
  readonly removedAt: Date | null;
};

export type CheckedKeySignature =
  | { readonly ok: true; readonly signature: PackKeySignature }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a detached signature that `tandem sign` wrote: of this very pack, for this district, by a key that the district has
 * registered under the name in it and not taken off.
 */
export function checkKeySignature(
  text: string,
  pack: { readonly hash: string; readonly cds: string },
  signers: readonly Signer[],
): CheckedKeySignature {
  const parsed = PackKeySignature.safeParse(readJson(text));
  if (!parsed.success)
    return refused('Paste the whole line that tandem sign wrote, from its first { to its last }.');
  const signature = parsed.data;
  if (signature.cds !== pack.cds) return refused('It is a signature for another district.');
  const signer = signers.find(
    ({ cds, publicKey, removedAt }) =>
      cds === pack.cds && publicKey === signature.publicKey && removedAt === null,
  );
  if (!signer) return refused('Your district has not registered this key. Register it first, under Shared.');
  if (signer.name !== signature.name)
    return refused(`This key is registered for ${signer.name}, and the signature says ${signature.name}.`);
  const [check] = verifyKeySignatures(pack.hash, [signature]);
  if (check?.result !== 'holds')
    return refused(check?.sentences[0] ?? 'The signature does not belong to this pack.');
  return { ok: true, signature };
}

function refused(message: string): CheckedKeySignature {
  return { ok: false, message };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
