import type { Breach } from '../intake/breach.ts';

/** A code of a descriptor is one that the vault's tables or the district's own file give a meaning. */
export function descriptorMustBeMapped(uri: string, severity: 'error' | 'note', element: string): Breach {
  const cut = uri.lastIndexOf('#');
  const namespace = cut < 0 ? 'no namespace' : uri.slice(0, cut);
  return {
    rule: 'descriptorMustBeMapped',
    severity,
    column: element,
    valueClass: `${namespace.slice(0, 120)}, code value ${uri.slice(cut + 1).slice(0, 80)}`,
    message:
      severity === 'error' ? 'the vault does not know this code' : 'the vault has nothing for this code',
    remedy:
      severity === 'error'
        ? 'load a file of your own codes (descriptor,is), then this again; see docs/vault-files.md'
        : 'load a file of your own codes (descriptor,is), take this out (tandem vault forget) and load it again; see docs/vault-files.md',
  };
}
