import writeExcelFile from 'write-excel-file/node';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Html, html } from '../../page/html.ts';
import { matrix } from '../../page/matrix.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import type { Alignment, Hole } from './alignment.ts';
import { alignmentCsv, alignmentLines, holeLines } from './alignmentFile.ts';
import { readAlignment } from './alignmentReading.store.ts';
import { reviewParts, reviewTrail } from './reviewPlace.page.ts';

const path = '/partnerships/:partnership/reviews/alignment';

/** Benchmark, plan goal, work, money and person in one line each, with what is missing; as a page, as CSV, as a workbook. */
export const alignmentPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => withAlignment(ask, respondAlignment(ask)) },
  {
    method: 'get',
    path: `${path}/alignment.csv`,
    access: 'members',
    answer: (ask) =>
      withAlignment(ask, (read) =>
        ask.context.body(alignmentCsv(read), 200, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="alignment.csv"',
        }),
      ),
  },
  {
    method: 'get',
    path: `${path}/alignment.xlsx`,
    access: 'members',
    answer: (ask) => withAlignment(ask, (read) => workbookOf(ask, read)),
  },
];

async function withAlignment(
  ask: MemberAsk,
  answer: (read: Alignment) => Response | Promise<Response>,
): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  return answer(await asMember(ask.hub.database, ask.member, (view) => readAlignment(view, today)));
}

async function workbookOf(ask: MemberAsk, read: Alignment): Promise<Response> {
  const sheetOf = (sheet: string, lines: readonly (readonly string[])[], widths: readonly number[]) => ({
    sheet,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: lines.map((line, i) =>
      line.map((value) => ({
        value,
        wrap: true,
        ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
  });
  const workbook = await writeExcelFile([
    sheetOf('Alignment', alignmentLines(read), [36, 40, 32, 32, 36]),
    sheetOf('Holes', holeLines(read), [48, 28, 48]),
  ]).toBuffer();
  return ask.context.body(Uint8Array.from(workbook), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': 'attachment; filename="alignment.xlsx"',
  });
}

function respondAlignment(ask: MemberAsk): (read: Alignment) => Promise<Response> {
  return (read) => {
    const { rows, holes } = read;
    const file = `${ask.home}/reviews/alignment/alignment`;
    return ask.respond({
      title: 'Alignment and holes',
      section: 'reviews',
      wide: true,
      print: 'landscape',
      body: html`${pageHeading({
        title: 'Alignment and holes',
        lead:
          holes.length === 0
            ? 'Every benchmark has a plan goal, work, money and people in both districts.'
            : `${holes.length} ${holes.length === 1 ? 'hole' : 'holes'} between what is promised, what is done, what pays for it and who does it.`,
        trail: reviewTrail(ask.home, { label: 'Alignment' }),
        actions: html`${linkButton({ label: 'Excel', href: `${file}.xlsx` })}${linkButton({ label: 'CSV', href: `${file}.csv`, tone: 'quiet' })}`,
      })}${reviewParts(ask.home, 'alignment')}${
        rows.length === 0
          ? emptyState({
              title: 'Nothing is promised or under way yet',
              body: 'Make a benchmark or begin a piece of work; this page then shows what is missing between them.',
              action: linkButton({ label: 'Benchmarks', href: `${ask.home}/benchmarks` }),
            })
          : html`${card({ body: matrixOf(ask.home, read) })}${holesSection(ask.home, holes)}`
      }`,
    });
  };
}

function matrixOf(home: string, { rows }: Alignment): Html {
  return matrix({
    caption: 'Benchmark, plan goal, work, money and person',
    captionHidden: true,
    corner: 'Benchmark',
    columns: ['Goal of the own plan', 'Work', 'Money', 'Who'],
    rows: rows.map(({ benchmark, benchmarkId, engagementId, planGoal, engagement, money, person }) => ({
      header: benchmarkId
        ? html`<a href="${`${home}/benchmarks/${benchmarkId}`}">${benchmark.words}</a>`
        : html`<span class="quiet">${benchmark.words}</span>`,
      cells: [
        planGoal,
        engagementId ? { ...engagement, href: engagementPath(home, engagementId) } : engagement,
        money,
        person,
      ],
    })),
    note: 'Money: flexibilities tied to the work, ledger lines matched to it, and what partners gave. Goals are those that a district named beside its targets.',
  });
}

function holesSection(home: string, holes: readonly Hole[]): Html | '' {
  if (holes.length === 0) return '';
  return section({
    title: 'Holes',
    id: 'holes',
    body: card({
      body: table<Hole>({
        caption: 'What is missing, and what can be done',
        captionHidden: true,
        columns: [
          { header: 'What', kind: 'header', cell: ({ what }) => what },
          { header: 'Is missing', cell: ({ kind }) => badge('attention', kind) },
          {
            header: 'To do',
            cell: ({ todo, path: there }) => html`<a href="${`${home}${there}`}">${todo}</a>`,
          },
        ],
        rows: holes,
      }),
    }),
  });
}
