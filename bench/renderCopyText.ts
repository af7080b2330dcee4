import { z } from 'zod';
import { fileSource } from '../src/layouts/fileSource.ts';
import { factCollector } from '../src/hub/loading/factCollector.ts';
import { findingList } from '../src/hub/loading/findingList.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { selectPlaces } from '../src/hub/loading/loadEvidence.store.ts';
import { openEvidence } from '../src/layouts/openEvidence.ts';
import { readRows } from '../src/hub/loading/readRows.ts';
import type { Database } from '../src/hub/store/database.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asOperator } from '../src/hub/store/view.ts';

const Sources = z.array(z.object({ dataset: z.string(), source_id: z.string() }));

/** The COPY text of a file that is loaded already, under the ids that the store gave its places and datasets. */
export async function* renderCopyText(
  database: Database,
  path: string,
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  const newId = () => newUuid(new Date());
  const places = await asOperator(database, (view) => selectPlaces(view, newId));
  const sources = Sources.parse(
    await database.transaction((connection) =>
      connection.query('select dataset, source_id from source order by source_id'),
    ),
  );
  const ids = new Map(sources.map(({ dataset, source_id: id }) => [dataset, id]));
  const collector = factCollector(
    { file: path, places, findings: findingList() },
    (key) => ids.get(key) ?? '',
  );
  const opened = await openEvidence(fileSource(path), layouts);
  if ('unknown' in opened) throw new Error(opened.unknown);
  for await (const rows of readRows(opened, path, collector, places.findDistrict))
    yield { text: collector.take().copyTexts.get('cell') ?? '', rows };
}
