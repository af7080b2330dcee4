import { basename } from 'node:path';
import type { EvidenceSource } from '../../layouts/evidenceSource.ts';
import { type FactCollector, factCollector, type FactTable } from './factCollector.ts';
import { type FindingList, findingList } from './findingList.ts';
import type { Layout } from '../../layouts/layout.ts';
import { openEvidence } from '../../layouts/openEvidence.ts';
import type { PlaceRegister } from './placeRegister.ts';
import { readRows } from './readRows.ts';

/**
 * After the store has refused a second row of one key: reads the file again to name the lines of both, since no
 * load holds all keys in memory. False when the error is about something else than a fact of this file.
 */
export async function findDuplicate(
  source: EvidenceSource,
  layouts: readonly Layout[],
  places: PlaceRegister,
  loaded: FactCollector,
  error: unknown,
  findings: FindingList,
): Promise<boolean> {
  const { detail } = error as { detail?: unknown };
  const [, key = '', values] = /^Key \((.+?)\)=\((.*)\) already exists\.$/.exec(String(detail)) ?? [];
  if (values === undefined) return false;
  const width = key.split(', ').length;
  const lines: number[] = [];
  const watch = (_table: FactTable, copyText: string, line: number) => {
    if (copyText.split('\t', width).join(', ') === values) lines.push(line);
  };
  const sources = [...loaded.sources.values()];
  const idOf = (key: string) => sources.find(({ dataset }) => dataset.key === key)?.sourceId ?? '';
  const again = factCollector({ file: source.name, places, findings: findingList() }, idOf, watch);
  const opened = await openEvidence(source, layouts);
  if ('unknown' in opened) return false;
  try {
    for await (const read of readRows(opened, basename(source.name), again, places.findDistrict))
      if (read > 0) again.take();
  } finally {
    await opened.close();
  }
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  findings.add({
    severity: 'error',
    rule: 'sliceMustStandOnce',
    file: source.name,
    line: second,
    column: null,
    message: `the same slice stands in line ${first} already`,
    remedy: 'remove one of the two rows at the source, or get the file again',
  });
  return true;
}
