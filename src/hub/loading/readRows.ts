import type { FactCollector } from './factCollector.ts';
import type { FindDistrict, Layout } from '../../layouts/layout.ts';
import type { RowBatch } from '../../layouts/readDelimited.ts';

type Opened = {
  readonly layout: Layout;
  readonly header: readonly string[];
  readonly batches: AsyncIterable<RowBatch>;
};

/** Lets the layout read every row into the collector, a batch at a time; yields the number of rows of each batch. */
export async function* readRows(
  { layout, header, batches }: Opened,
  fileName: string,
  collector: FactCollector,
  findDistrict: FindDistrict,
): AsyncGenerator<number> {
  const readRow = layout.open(header, fileName, findDistrict);
  const width = header.length;
  for await (const { rows, lines } of batches) {
    for (const [i, cells] of rows.entries()) {
      collector.line = lines[i] ?? 0;
      if (cells.length === width) readRow(cells, collector.line, collector.sink);
      else columnsMustBeTheHeaders(cells.length, width, collector);
    }
    yield rows.length;
  }
  readRow.end?.(collector.sink);
}

function columnsMustBeTheHeaders(has: number, width: number, { sink }: FactCollector): void {
  sink.finding(
    'error',
    'columnsMustBeTheHeaders',
    null,
    `the row has ${has} columns, the header ${width}`,
    'look for a missing or doubled delimiter, or one inside a name without quotation marks',
  );
}
