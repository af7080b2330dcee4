import writeExcelFile from 'write-excel-file/node';
import { callout } from '../../page/callout.ts';
import { definitionList } from '../../page/definitionList.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { authorityText, decisionText } from './flexibility.page.ts';
import { flexibilityResults } from './flexibilityResults.ts';
import { flexibilityStanding } from './flexibilityStanding.ts';
import { cannotBeSaid, type PacketCell, type PacketTable, packetTables } from './packetTables.page.ts';
import { flexibilityPath, resourcesTrail } from './resourcesPlace.page.ts';
import { type ResourceReading, readResources } from './resourceReading.store.ts';
import { districtName, periodText, standingBadge } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/flexibilities/:flexibility';

/** One packet for the state, to print, and its tables as a workbook. */
export const packetPages: Route[] = [
  {
    method: 'get',
    path: `${path}/packet`,
    access: 'members',
    answer: (ask) => withPacket(ask, (packet) => respondPacket(ask, packet)),
  },
  {
    method: 'get',
    path: `${path}/packet.xlsx`,
    access: 'members',
    answer: (ask) => withPacket(ask, (packet) => downloadPacket(ask, packet)),
  },
];

type Packet = {
  readonly reading: ResourceReading;
  readonly flexibility: Flexibility;
  readonly today: string;
  readonly facts: readonly { readonly term: string; readonly description: string }[];
  readonly tables: readonly PacketTable[];
  readonly unsaid: readonly string[];
  readonly sources: string;
};

async function withPacket(ask: MemberAsk, answer: (packet: Packet) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('flexibility');
  const today = calendarDay(ask.hub.now());
  const reading = await asMember(ask.hub.database, ask.member, (view) => readResources(view, today));
  const flexibility = isId(id) ? reading.flexibilities.find((one) => one.id === id) : undefined;
  if (!flexibility) return notFound(ask, 'There is no such flexibility.');
  return answer({
    reading,
    flexibility,
    today,
    facts: factsOf(reading, flexibility),
    tables: packetTables(reading, flexibility, today),
    unsaid: cannotBeSaid(reading, flexibility),
    sources: sourcesText(reading, flexibility),
  });
}

function factsOf(reading: ResourceReading, flexibility: Flexibility): Packet['facts'] {
  const nameOf = (id: string | null) => reading.fundingSources.find((one) => one.id === id)?.name;
  const [from, to] = [nameOf(flexibility.fromSourceId), nameOf(flexibility.toSourceId)];
  return [
    { term: 'District', description: districtName(reading, flexibility.districtId) },
    { term: 'Rule', description: flexibility.ruleCitation },
    { term: 'What is done instead', description: flexibility.ruleWords },
    { term: 'Authority', description: authorityText(flexibility) },
    { term: 'Decision', description: decisionText(flexibility) },
    { term: 'Period', description: periodText(flexibility) },
    {
      term: 'Dollars freed or moved',
      description: `${formatMoney(flexibility.freedCents)}${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`,
    },
    { term: 'Use', description: flexibility.useWords },
  ];
}

/** Where the figures come from: publishers of the benchmarks' newest figures, and the ledger files. */
function sourcesText(reading: ResourceReading, flexibility: Flexibility): string {
  const { sources, imports } = reading;
  const newest = flexibilityResults(reading, flexibility).flatMap(
    ({ standing }) => standing.newest?.sourceId ?? [],
  );
  const published = [
    ...new Set(
      newest.flatMap((id) => sources.get(id) ?? []).map(({ publisher, title }) => `${publisher}, ${title}`),
    ),
  ];
  const ledgers = imports
    .filter(
      (one) =>
        one.state === 'applied' &&
        (flexibility.districtId === null || one.districtId === flexibility.districtId),
    )
    .map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256.slice(0, 16)}…)`);
  const figures = published.length > 0 ? published.join('; ') : 'none';
  return `Figures: ${figures}. Ledger files: ${ledgers.length > 0 ? ledgers.join('; ') : 'none'}.`;
}

function respondPacket(ask: MemberAsk, packet: Packet): Promise<Response> {
  const { flexibility, today, facts, tables, unsaid, sources } = packet;
  const back = flexibilityPath(ask.home, flexibility.id);
  return ask.respond({
    title: `Packet: ${flexibility.title}`,
    section: 'resources',
    print: 'landscape',
    wide: true,
    body: html`${pageHeading({
      title: flexibility.title,
      eyebrow: `${ask.member.partnership.name}: what a flexibility bought`,
      lead: `As of ${formatDate(today)}.`,
      trail: resourcesTrail(
        ask.home,
        { label: flexibility.title, href: back },
        { label: 'Packet for the state' },
      ),
      badges: standingBadge(flexibilityStanding(flexibility, today)),
      actions: html`${linkButton({ label: 'Tables as Excel', href: `${back}/packet.xlsx` })}`,
    })}${
      ask.member.partnership.isSample
        ? callout({
            kind: 'warning',
            title: 'A sample: this flexibility, its dollars and its conditions are invented.',
          })
        : ''
    }${card({ title: 'The flexibility', body: definitionList(facts) })}${tables.map(packetCard)}${card({
      title: 'What cannot be said',
      body:
        unsaid.length > 0
          ? html`<ul>${unsaid.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
          : html`<p>Nothing is left open.</p>`,
      footer: `Sources. ${sources}`,
    })}`,
  });
}

function packetCard({ title, headers, rows, empty, note }: PacketTable): Content {
  return card({
    title,
    body: table<readonly PacketCell[]>({
      caption: title,
      captionHidden: true,
      columns: headers.map((header, i) => ({
        header,
        kind: i === 0 ? 'header' : rows.some((row) => typeof row[i] !== 'string') ? 'number' : 'text',
        cell: (row) => cellText(row[i] ?? ''),
      })),
      rows,
      empty,
      note: note ?? undefined,
    }),
  });
}

function cellText(cell: PacketCell): string {
  if (typeof cell === 'object') return formatMoney(cell.cents);
  return String(cell);
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function downloadPacket(ask: MemberAsk, packet: Packet): Promise<Response> {
  const { flexibility, today, facts, tables, unsaid, sources } = packet;
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const first = {
    sheet: 'Flexibility',
    columns: [{ width: 28 }, { width: 100 }],
    data: [
      [bold(flexibility.title), { value: `As of ${formatDate(today)}` }],
      ...facts.map(({ term, description }) => [bold(term), { value: description }]),
      ...unsaid.map((sentence) => [bold('Cannot be said'), { value: sentence }]),
      [bold('Sources'), { value: sources }],
    ],
  };
  const sheets = tables.map(({ title, headers, rows, note }) => ({
    sheet: title.slice(0, 31),
    columns: headers.map(() => ({ width: 26 })),
    data: [
      headers.map(bold),
      ...rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'object' ? { value: cell.cents / 100, format: '#,##0.00' } : { value: cell },
        ),
      ),
      ...(note ? [[{ value: note }]] : []),
    ],
  }));
  const workbook = await writeExcelFile([first, ...sheets]).toBuffer();
  return ask.context.body(Uint8Array.from(workbook), 200, {
    'Content-Type': workbookType,
    'Content-Disposition': 'attachment; filename="flexibility-packet.xlsx"',
  });
}
