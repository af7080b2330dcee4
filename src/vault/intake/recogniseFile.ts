import type { IntakeLayout } from './layout.ts';
import { type Delimiter, readLines, type RowBatch } from './readLines.ts';
import { ReadingStopped } from './readingStopped.ts';
import { plainWord } from './columns.ts';
import type { TextEncoding } from './surveyFile.ts';

export type RecognisedFile = {
  readonly layout: IntakeLayout;
  readonly profile: string;
  readonly header: readonly string[];
  /** The rows behind the header. */
  readonly batches: AsyncGenerator<RowBatch>;
};

/** The headers of record types whose files come without one, from a list that the district loaded. */
type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the layout of a file by its header, which stands in the first line or, below one line of title, in the second.
 * Throws ReadingStopped with what is missing: no rows, no layout, a year that is not known, a header that stands twice.
 */
export async function recogniseFile(
  path: string,
  fileName: string,
  encoding: TextEncoding,
  layouts: readonly IntakeLayout[],
  headers: Headers,
): Promise<RecognisedFile> {
  const refusals: ReadingStopped[] = [];
  for (const delimiter of ['^', '\t', ','] as const) {
    const found = await recogniseBy(delimiter, path, fileName, encoding, layouts, headers);
    if (found instanceof ReadingStopped) refusals.push(found);
    else if (found) return found;
  }
  throw refusals[0] ?? unknownFile();
}

async function recogniseBy(
  delimiter: Delimiter,
  path: string,
  fileName: string,
  encoding: TextEncoding,
  layouts: readonly IntakeLayout[],
  headers: Headers,
): Promise<RecognisedFile | ReadingStopped | undefined> {
  const batches = readLines(path, delimiter, encoding);
  const start = await firstRows(batches);
  if (!start) return undefined;
  const { rows, lines } = start;
  const supplied = headers.get(rows[0]?.[0]?.trim() ?? '');
  if (delimiter === '^' && supplied && rows[0]) {
    if (rows[0].length !== supplied.length) {
      await batches.return(undefined);
      return widthMustBeThatOfTheList(rows[0].length, supplied.length);
    }
    for (const layout of layouts) {
      const answer = layout.recognise(supplied, rows[0], fileName);
      if (answer?.known)
        return {
          layout,
          profile: answer.profile,
          header: supplied,
          batches: chain(start, start.stopped, batches),
        };
    }
  }
  for (const at of [0, 1]) {
    const header = (rows[at] ?? []).map((cell) => cell.trim());
    if (at === 1 && (rows[0] ?? []).filter((cell) => cell.trim() !== '').length > 1) break;
    if (header.length < 2) continue;
    const isTwice = standsAgain(header, rows[at + 1]);
    for (const layout of layouts) {
      const answer = layout.recognise(header, rows[isTwice ? at + 2 : at + 1] ?? [], fileName);
      if (!answer) continue;
      if (isTwice) {
        await batches.return(undefined);
        return headerMustStandOnce(lines[at + 1] ?? 0);
      }
      if (!answer.known) {
        await batches.return(undefined);
        const { rule, valueClass, message, remedy } = answer.breach;
        return new ReadingStopped(rule, lines[at] ?? 1, valueClass, message, remedy);
      }
      const first: RowBatch = { rows: rows.slice(at + 1), lines: lines.slice(at + 1) };
      return { layout, profile: answer.profile, header, batches: chain(first, start.stopped, batches) };
    }
  }
  await batches.return(undefined);
  return undefined;
}

/** A title, two headers and a row may be needed to know a file. */
const rowsToKnow = 4;

/** The first rows, and what stopped the reading behind them. */
type Start = RowBatch & { readonly stopped: ReadingStopped | undefined };

async function firstRows(batches: AsyncGenerator<RowBatch>): Promise<Start | undefined> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let stopped: ReadingStopped | undefined;
  try {
    while (rows.length < rowsToKnow) {
      const next = await batches.next();
      if (next.done) break;
      for (const row of next.value.rows) rows.push(row);
      for (const line of next.value.lines) lines.push(line);
    }
  } catch (cause) {
    if (!(cause instanceof ReadingStopped)) throw cause;
    stopped = cause;
  }
  return rows.length === 0 ? undefined : { rows, lines, stopped };
}

async function* chain(
  first: RowBatch,
  stopped: ReadingStopped | undefined,
  rest: AsyncGenerator<RowBatch>,
): AsyncGenerator<RowBatch> {
  if (first.rows.length > 0) yield first;
  if (stopped) throw stopped;
  yield* rest;
}

/** Whether the line below the header names columns again: half of its words or more are words of the header. */
function standsAgain(header: readonly string[], next: readonly string[] | undefined): boolean {
  const names = new Set(header.map(plainWord));
  const words = (next ?? []).map(plainWord).filter((word) => word !== '');
  const alike = words.filter((word) => /[a-z]{3}/.test(word) && names.has(word)).length;
  return alike >= 2 && alike * 2 >= words.length;
}

function headerMustStandOnce(line: number): ReadingStopped {
  return new ReadingStopped(
    'headerMustStandOnce',
    line,
    'column names',
    'a second line of column names stands below the first',
    'remove one of the two, or export the file again',
  );
}

function widthMustBeThatOfTheList(has: number, listed: number): ReadingStopped {
  return new ReadingStopped(
    'columnsMustBeTheHeaders',
    1,
    `${has} columns`,
    `the file has ${has} columns, the loaded list of columns names ${listed} for this record type`,
    'load the list of columns of this year’s extract first',
  );
}

function unknownFile(): ReadingStopped {
  return new ReadingStopped(
    'layoutMustBeKnown',
    null,
    'unknown header',
    'the first lines are the header of no file that the vault knows, with comma, caret or tab between columns',
    'load it with its own column names in the first line; tandem vault load --help lists what is known',
  );
}
