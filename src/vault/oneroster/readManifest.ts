import { basename } from 'node:path';
import { type RowBatch, readLines } from '../intake/readLines.ts';
import { ReadingStopped } from '../intake/readingStopped.ts';
import type { SetFile } from '../edfi/recogniseEdfi.ts';
import { manifestMustHold } from './manifestMustHold.ts';
import {
  type OneRosterVersion,
  oneRosterVersions,
  otherRosterFiles,
  type RosterFile,
  rosterFields,
  rosterFiles,
} from './oneRosterFiles.ts';
import type { FileMode, Manifest } from './rosterRecord.ts';
import { versionMustBeRead } from './versionMustBeRead.ts';

/**
 * Reads the manifest of a set and holds it against the files that are there (OneRoster CSV binding, section 2.1). Throws
 * ReadingStopped for another version and for what is not as it says.
 */
export async function readManifest(files: readonly SetFile[]): Promise<Manifest> {
  const [first, ...others] = files;
  if (!first) throw new RangeError('A set has a manifest.');
  const said = await readProperties(first);
  const of = (property: string) => said.get(property.toLowerCase());
  const own = of('manifest.version');
  if (own?.value !== '1.0') throw versionMustBeRead('manifest.version', own?.value, own?.line ?? null);
  const named = of('oneroster.version');
  const version = oneRosterVersions.find((one) => one === named?.value?.replace(/^v/, ''));
  if (!version) throw versionMustBeRead('oneroster.version', named?.value, named?.line ?? null);
  const there = new Map(others.map(({ path }) => [basename(path).slice(0, -4).toLowerCase(), path]));
  const modeOf = (file: string): FileMode => {
    const { value, line } = of(`file.${file}`) ?? { value: undefined, line: null };
    const isThere = there.has(file.toLowerCase());
    if (value === undefined && isThere) throw manifestMustHold(file, null, 'not named');
    const mode =
      modes.find((one) => one === value?.toLowerCase()) ?? (value === undefined ? 'absent' : undefined);
    if (mode === undefined) throw manifestMustHold(file, line, 'unknown word');
    if (mode !== 'absent' && !isThere) throw manifestMustHold(file, line, 'not there');
    if (mode === 'absent' && isThere) throw manifestMustHold(file, line, 'there');
    return mode;
  };
  const unread = [...otherRosterFiles].filter((file) => modeOf(file) !== 'absent');
  const known = new Set([...rosterFiles, ...otherRosterFiles].map((file) => file.toLowerCase()));
  return {
    version,
    modes: Object.fromEntries(
      rosterFiles.map((file) => [file, isOf(version, file) ? modeOf(file) : 'absent']),
    ) as Record<RosterFile, FileMode>,
    others: unread,
    strangers: [...there.keys()].filter((name) => !known.has(name)).length,
  };
}

const modes = ['bulk', 'delta', 'absent'] as const;

function isOf(version: OneRosterVersion, file: RosterFile): boolean {
  return rosterFields[version][file] !== undefined;
}

type Property = { readonly value: string; readonly line: number };

async function readProperties({ path, encoding }: SetFile): Promise<ReadonlyMap<string, Property>> {
  const said = new Map<string, Property>();
  for await (const { rows, lines } of readLines(path, ',', encoding) as AsyncIterable<RowBatch>) {
    for (const [i, [name = '', value = '']] of rows.entries())
      if (value.trim() !== '')
        said.set(name.trim().toLowerCase(), { value: value.trim(), line: lines[i] ?? 0 });
  }
  if (said.get('propertyname')?.value !== 'value') throw manifestMustHaveProperties();
  return said;
}

function manifestMustHaveProperties(): ReadingStopped {
  return new ReadingStopped(
    'manifestMustHaveProperties',
    1,
    'another header',
    'manifest.csv: its header is not propertyName,value',
    'export the set again; if the file is none of OneRoster, give it another name',
  );
}
