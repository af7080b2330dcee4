import { ReadingStopped } from '../intake/readingStopped.ts';

/** A set is of OneRoster 1.1 or 1.2, with a manifest of version 1.0; what is written elsewhere is not repeated. */
export function versionMustBeRead(property: string, value: string | undefined, line: number | null) {
  const said =
    value === undefined
      ? 'does not say'
      : /^v?\d+(\.\d+)*$/.test(value)
        ? `says ${value} as`
        : 'says no number as';
  return new ReadingStopped(
    'versionMustBeRead',
    line,
    value === undefined ? 'blank' : 'a version',
    `manifest.csv: it ${said} ${property}; the vault reads OneRoster 1.1 and 1.2 with a manifest of version 1.0`,
    'choose CSV of OneRoster 1.1 or 1.2 where the export is made',
  );
}
