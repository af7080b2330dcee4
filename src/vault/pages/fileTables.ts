import { badge } from '../../page/badge.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { safeHref } from '../../page/safeHref.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { intakeLayouts } from '../intake/intakeLayouts.ts';
import { countWords } from './countWords.ts';
import { kindName } from './kindName.ts';
import type { LoadedFile } from './loadedFiles.store.ts';
import { yearHeader } from './yearHeader.ts';

/** The kind of file in words: a lineage such as `caaspp 01 02` begins with its layout's id. */
export function layoutTitle(layout: string): string {
  const [id = layout] = layout.split(' ');
  const found = intakeLayouts.find((one) => one.id === layout) ?? intakeLayouts.find((one) => one.id === id);
  return kindName(found?.title ?? (layout === 'unknown' ? 'Not known' : layout));
}

type Kind = { readonly title: string; readonly files: readonly LoadedFile[] };

/** A line a kind of file, a column a school year: how many rows are in force. Nobody has to guess which year is missing. */
export function filesInForce(files: readonly LoadedFile[]): Html {
  const years = [...new Set(files.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const kinds = [...Map.groupBy(files, ({ layout }) => layoutTitle(layout))].map(([title, own]) => ({
    title,
    files: own,
  }));
  const rowsOf = (kind: Kind, year: number | null): Content => {
    const own = kind.files.filter((one) => one.year === year);
    return own.length === 0 ? noFigure() : formatNumber(own.reduce((sum, { kept }) => sum + kept, 0));
  };
  const spanning = kinds.some((kind) => kind.files.some(({ year }) => year === null));
  return table<Kind>({
    caption: 'Rows in force by kind of file and school year',
    captionHidden: true,
    phone: 'scroll',
    rows: kinds.toSorted((a, b) => a.title.localeCompare(b.title)),
    columns: [
      { header: 'Rows of', kind: 'header', cell: ({ title }) => title },
      ...years.map((year) => ({
        header: yearHeader(year),
        kind: 'number' as const,
        cell: (kind: Kind) => rowsOf(kind, year),
      })),
      ...(spanning
        ? [{ header: 'All years', kind: 'number' as const, cell: (kind: Kind) => rowsOf(kind, null) }]
        : []),
    ],
  });
}

const listedAtOnce = 10;
const mostListed = 1000;

/** Each file that was loaded or refused, the newest first, and what has become of it; the older ones one press away. */
export function fileHistory(files: readonly LoadedFile[]): Html {
  const nameOf = new Map(files.map(({ file_id, name }) => [file_id, name]));
  const older = files.slice(listedAtOnce, mostListed);
  return html`${historyTable('Files, the newest first', files.slice(0, listedAtOnce), nameOf)}${
    older.length > 0
      ? details({
          summary: `${countWords(older.length, 'file')} before these`,
          body: historyTable('Files that came before', older, nameOf),
        })
      : ''
  }`;
}

function historyTable(
  caption: string,
  files: readonly LoadedFile[],
  nameOf: ReadonlyMap<number, string>,
): Html {
  return table<LoadedFile>({
    caption,
    captionHidden: true,
    rows: files,
    columns: [
      { header: 'File', kind: 'header', cell: ({ name }) => name },
      { header: 'Kind', cell: ({ layout, year }) => kindWords(layout, year) },
      { header: 'Rows', kind: 'number', cell: ({ rows }) => formatNumber(rows) },
      { header: 'Came', cell: ({ loaded_at }) => formatMoment(loaded_at) },
      { header: 'Is now', cell: (file) => standing(file, nameOf) },
      { header: 'Findings', cell: findingsLink },
    ],
  });
}

function kindWords(layout: string, year: number | null): string {
  return year === null ? layoutTitle(layout) : `${layoutTitle(layout)}, ${schoolYearName(year)}`;
}

function standing(
  { refused, superseded_by, forgotten_at, forgotten_why }: LoadedFile,
  nameOf: ReadonlyMap<number, string>,
): Content {
  if (refused) return badge('bad', 'Refused');
  if (forgotten_at)
    return html`${badge('neutral', 'Taken out')} ${formatMoment(forgotten_at)}: ${forgotten_why ?? ''}`;
  if (superseded_by === null) return badge('good', 'In force');
  return html`${badge('neutral', 'Replaced')} by ${nameOf.get(superseded_by) ?? 'a later file'}`;
}

function findingsLink({ file_id, findings, name }: LoadedFile): Content {
  if (findings === 0) return 'None';
  return html`<a href="${safeHref(`/findings?file=${file_id}`)}">${countWords(findings, 'finding')}<span class="visually-hidden"> in ${name}</span></a>`;
}
