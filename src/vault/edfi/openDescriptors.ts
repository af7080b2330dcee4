import type { IntakeKnowledge } from '../intake/layout.ts';
import { descriptorMustBeMapped } from './descriptorMustBeMapped.ts';
import { type DescriptorKind, type DescriptorTable, edfiCodes } from './edfiCodes.ts';
import type { FieldBreach } from './readFields.ts';
import type { EdfiOrigin } from './edfiRecord.ts';

/** What a code means: the vault's own code, null when it has none, undefined after a finding of what is not mapped. */
export type Descriptors = (
  kind: DescriptorKind,
  uri: string,
  element: string,
  origin: EdfiOrigin,
) => string | null | undefined;

/** Opens the tables of codes for a set: the district's own mapping first, then the vault's. A note is made once a code. */
export function openDescriptors(known: IntakeKnowledge, breach: FieldBreach): Descriptors {
  const mapped = new Map<string, string | null>();
  const told = new Set<string>();
  for (const [uri = '', is = ''] of known.codes('edfi_code') ?? []) mapped.set(uri, is === '' ? null : is);
  return (kind, uri, element, origin) => {
    const own = mapped.get(uri);
    if (own !== undefined) return own;
    const meaning = meaningOf(edfiCodes[kind], uri);
    const { severity } = edfiCodes[kind];
    if (meaning === undefined && (severity === 'error' || !told.has(uri))) {
      told.add(uri);
      breach(descriptorMustBeMapped(uri, severity, element), origin);
    }
    return meaning;
  };
}

function meaningOf({ own, codes }: DescriptorTable, uri: string): string | null | undefined {
  const cut = uri.lastIndexOf('#');
  const code = uri.slice(cut + 1);
  if (own.test(code)) return code;
  return uri.startsWith('uri://ed-fi.org/') && Object.hasOwn(codes, code) ? codes[code] : undefined;
}
