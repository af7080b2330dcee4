import { measureById } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { pager } from '../../page/pager.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { selectPlaceNames } from '../release/countedTables.store.ts';
import { previewCsv } from '../release/previewCsv.ts';
import {
  closestFirst,
  closestText,
  foundText,
  type PreviewRow,
  previewRows,
  seenText,
  whyText,
} from '../release/previewRows.ts';
import { type KeptDraft, selectOptionalDraft } from '../release/releases.store.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { download } from './download.ts';
import { gradeWords, groupName } from './sliceChoice.ts';

const onAPage = 100;

const views = {
  closest: 'Withheld, the closest to being found first',
  shown: 'Shown',
  coded: 'Told as a range',
  all: 'All, in the order of the file',
} as const;
type View = keyof typeof views;

/** Every cell of the draft: what leaves of it, why not more, and how closely an attacker comes. */
export const releaseCellPages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/release/cells',
    answer: async (ask) => {
      const draft = await selectOptionalDraft(ask.vault);
      return draft ? cellsPage(ask, draft) : noDraftPage(ask);
    },
  },
  {
    method: 'get',
    path: '/release/cells.csv',
    answer: async (ask) => {
      const draft = await selectOptionalDraft(ask.vault);
      const text = previewCsv(draft ? previewRows(draft) : [], await selectPlaceNames(ask.vault));
      const name = `draft-${draft?.release.sequence ?? 'none'}-cells.csv`;
      return download(ask, name, 'text/csv; charset=utf-8', text);
    },
  },
];

function noDraftPage(ask: VaultAsk): Response {
  return ask.respond({
    title: 'Every cell of the draft',
    menu: 'Release',
    body: html`${pageHeading({ title: 'Every cell of the draft' })}${emptyState({
      title: 'No draft stands.',
      body: 'Prepare one first.',
      action: linkButton({ label: 'Prepare a draft', href: '/release' }),
      level: 2,
    })}`,
  });
}

async function cellsPage(ask: VaultAsk, draft: KeptDraft): Promise<Response> {
  const query = (name: string): string => ask.context.req.query(name) ?? '';
  const view: View = Object.hasOwn(views, query('view')) ? (query('view') as View) : 'closest';
  const tables = draft.release.tables.map(({ measure, schoolYear }) => `${measure}-${schoolYear}`);
  const only = tables.find((one) => one === query('table')) ?? '';
  const names = await selectPlaceNames(ask.vault);
  const rows = rowsOf(draft, view, only);
  const page = Math.min(
    Math.max(1, Number(query('page')) || 1),
    Math.max(1, Math.ceil(rows.length / onAPage)),
  );
  const first = (page - 1) * onAPage;
  const listed = rows.slice(first, first + onAPage);
  const address = (to: number): string => `/release/cells?table=${only}&view=${view}&page=${to}`;
  return ask.respond({
    title: 'Every cell of the draft',
    menu: 'Release',
    wide: true,
    print: 'landscape',
    body: html`${pageHeading({
      trail: breadcrumb([{ label: 'Release', href: '/release' }, { label: 'Every cell' }]),
      title: `Every cell of the draft of release ${draft.release.sequence}`,
      lead: 'What leaves of each, and of those that are withheld what anyone who reads everything can find at most: for the count that comes closest to being found.',
    })}${choice(tables, only, view)}${cellTable(listed, names)}${
      rows.length > onAPage
        ? pager({
            position: `${formatNumber(first + 1)} to ${formatNumber(first + listed.length)} of ${formatNumber(rows.length)}`,
            ...(page > 1 ? { previousHref: address(page - 1) } : {}),
            ...(first + onAPage < rows.length ? { nextHref: address(page + 1) } : {}),
          })
        : ''
    }`,
  });
}

function rowsOf(draft: KeptDraft, view: View, only: string): PreviewRow[] {
  const rows = previewRows(draft).filter(
    ({ measure, schoolYear }) => only === '' || only === `${measure}-${schoolYear}`,
  );
  if (view === 'closest') return closestFirst(rows);
  return view === 'all' ? rows : rows.filter(({ cell }) => cell.seen === view);
}

function choice(tables: readonly string[], only: string, view: View): Html {
  return form({
    action: '/release/cells',
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'table',
      name: 'table',
      label: 'Measure',
      empty: 'All measures',
      value: only,
      options: tables.map((one) => ({ value: one, label: tableLabel(one) })),
    })}${selectField({
      id: 'view',
      name: 'view',
      label: 'Cells',
      empty: null,
      value: view,
      options: Object.entries(views).map(([value, label]) => ({ value, label })),
    })}`,
  });
}

function tableLabel(name: string): string {
  const at = name.lastIndexOf('-');
  return `${measureById(name.slice(0, at)).shortName}, ${schoolYearName(Number(name.slice(at + 1)))}`;
}

function cellTable(rows: readonly PreviewRow[], names: ReadonlyMap<string, string>): Html {
  return table<PreviewRow>({
    caption: 'Cells of the draft',
    captionHidden: true,
    columns: [
      {
        header: 'Slice',
        kind: 'header',
        cell: ({ cell }) =>
          `${names.get(cell.place) ?? cell.place}, ${gradeWords(cell.grade).toLowerCase()}, ${groupName(cell.group)}`,
      },
      {
        header: 'Measure',
        cell: ({ measure, schoolYear }) => `${measureById(measure).shortName}, ${schoolYearName(schoolYear)}`,
      },
      { header: 'Leaves as', cell: ({ cell }) => seenText(cell) },
      { header: 'Because', cell: whyText },
      { header: 'Closest to being found', cell: ({ hidden }) => (hidden ? closestText(hidden) : '') },
      { header: 'Can be found', cell: ({ hidden }) => (hidden ? foundText(hidden) : '') },
      {
        header: 'Times the width asked',
        kind: 'number',
        cell: ({ hidden }) => hidden?.tightest.narrowness?.toFixed(2) ?? '',
      },
    ],
    rows,
    empty: 'No such cell.',
  });
}
