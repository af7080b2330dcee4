import type { EvidenceSource } from './evidenceSource.ts';
import type { Layout } from './layout.ts';
import { readBytes } from './readBytes.ts';
import { type RowBatch, readDelimited } from './readDelimited.ts';
import { readWorkbook, workbookRows } from './readWorkbook.ts';
import { ReadingStopped } from './readingStopped.ts';
import { recogniseFirstLine, recogniseWorkbook } from './recogniseLayout.ts';

/** A file whose layout is known, ready to be read once: batches begin with the row after the header. */
export type OpenEvidence =
  | {
      readonly layout: Layout;
      readonly header: readonly string[];
      readonly batches: AsyncIterable<RowBatch>;
      readonly close: () => Promise<void>;
    }
  | { readonly unknown: string };

/** The longest first line that is looked at for a header. */
const longestHeader = 1 << 16;

/** Finds a source's layout by what it holds, never by its name. Throws ReadingStopped when it cannot be read. */
export async function openEvidence(
  source: EvidenceSource,
  layouts: readonly Layout[],
): Promise<OpenEvidence> {
  const bytes = readBytes(source);
  const start = await firstBytes(bytes).catch((error: unknown) => {
    if (!(error instanceof ReadingStopped)) throw error;
    throw new ReadingStopped(error.rule, 1, error.message, error.remedy);
  });
  const close = async () => {
    await bytes.return(undefined);
  };
  if (start.length === 0) throw empty();
  const whole = (async function* () {
    yield start;
    yield* bytes;
  })();
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    const sheets = await readWorkbook(whole);
    const recognised = recogniseWorkbook(sheets, layouts);
    if ('unknown' in recognised) return recognised;
    const { layout, header } = recognised;
    const found = layout.format.kind === 'workbook' ? workbookRows(sheets, layout.format) : undefined;
    const rows = found?.rows.slice(1) ?? [];
    const batch = { rows: rows.map((row) => pad(row, header.length)), lines: found?.lines.slice(1) ?? [] };
    return {
      layout,
      header,
      batches: (async function* () {
        yield batch;
      })(),
      close,
    };
  }
  const marks = start.subarray(0, 2).toString('hex');
  if (marks === 'fffe' || marks === 'feff') throw utf16();
  const hasMark = start.subarray(0, 3).toString('hex') === 'efbbbf';
  const firstLine = start.subarray(hasMark ? 3 : 0, start.indexOf(0x0a) + 1 || longestHeader);
  const recognised = recogniseFirstLine(firstLine.toString('latin1'), layouts);
  if ('unknown' in recognised || recognised.layout.format.kind !== 'delimited') {
    await close();
    return 'unknown' in recognised ? recognised : { unknown: 'it is no workbook' };
  }
  const { format } = recognised.layout;
  const unmarked = (async function* () {
    yield start.subarray(hasMark ? 3 : 0);
    yield* bytes;
  })();
  const batches = withoutFirstRow(readDelimited(unmarked, format));
  return { ...recognised, batches, close };
}

async function firstBytes(bytes: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await bytes.next(); !next.done; next = await bytes.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (next.value.includes(0x0a) || size >= longestHeader) break;
  }
  return Buffer.concat(chunks);
}

async function* withoutFirstRow(batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch> {
  let isFirst = true;
  for await (const { rows, lines } of batches) {
    yield isFirst ? { rows: rows.slice(1), lines: lines.slice(1) } : { rows, lines };
    isFirst = false;
  }
}

/** A workbook's row ends with its last filled cell. */
function pad(row: readonly string[], length: number): readonly string[] {
  return row.length >= length ? row : [...row, ...Array.from({ length: length - row.length }, () => '')];
}

function empty(): ReadingStopped {
  return new ReadingStopped('fileMustHoldRows', 1, 'the file is empty', 'get the file again');
}

function utf16(): ReadingStopped {
  return new ReadingStopped(
    'encodingMustBeTheLayouts',
    1,
    'bytes 0xff and 0xfe at its beginning say that the file is UTF-16 text',
    'save it as UTF-8 text',
  );
}
