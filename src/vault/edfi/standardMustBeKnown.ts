import type { Breach } from '../intake/breach.ts';

/** The version that a namespace of Ed-Fi names: 5.2.0 of the one that ends so. */
const versioned = /^http:\/\/ed-fi\.org\/(\d+\.\d+)(?:\.\d+)?$/;
/** Before 4.0 the namespace named no version; the number stood in the file beside it. */
const unversioned = /^http:\/\/ed-fi\.org\/?(?:\d{4})?$/;

/** The vault reads data standard 5.2; earlier ones name and nest elements differently. */
export function standardMustBeKnown(namespace: string): Breach | undefined {
  const version = versioned.exec(namespace)?.[1];
  if (version === '5.2') return undefined;
  const isEdfi = version !== undefined || unversioned.test(namespace);
  const said = version ?? (isEdfi ? 'before 4.0' : 'none');
  return {
    rule: 'standardMustBeKnown',
    severity: 'error',
    column: null,
    valueClass: isEdfi ? `Ed-Fi ${said}` : namespace === '' ? 'no namespace' : 'another namespace',
    message: isEdfi
      ? `the file is of the Ed-Fi data standard ${said}; the vault reads 5.2`
      : 'the root element is not in the namespace of Ed-Fi 5.2',
    remedy: isEdfi
      ? 'export it from an ODS of data standard 5.2 (API v7)'
      : 'load an interchange file as the standard writes it; do not edit its first lines',
  };
}
