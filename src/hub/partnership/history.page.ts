import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../page/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { findBrokenAuditLine } from '../audit/audit.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type HistoryLine, selectHistoryPage } from './history.store.ts';

/** What was done in the partnership, by whom and when. */
export const historyPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/history', access: 'members', answer: historyPage },
];

const linesOnPage = 50;

async function historyPage(ask: MemberAsk): Promise<Response> {
  const asked = ask.context.req.query('before') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : Number.MAX_SAFE_INTEGER;
  const { lines, broken } = await asMember(ask.hub.database, ask.member, async (view) => ({
    lines: await selectHistoryPage(view, before, linesOnPage + 1),
    broken: await findBrokenAuditLine(view, ask.member.partnership.id),
  }));
  const shown = lines.slice(0, linesOnPage);
  const last = shown.at(-1);
  return ask.respond({
    title: 'History',
    section: 'history',
    body: html`${pageHeading({
      title: 'History',
      lead: 'Every act on something shared, newest first. A line is never changed or taken away.',
    })}
${chainState(broken?.seq)}
${historyTable(shown)}
${
  lines.length > linesOnPage && last
    ? html`<p class="actions">${linkButton({ label: 'Earlier acts', href: `${ask.home}/history?before=${last.seq}` })}</p>`
    : ''
}`,
  });
}

/** Each line holds a fingerprint of all before it: changing one breaks every later one. */
function chainState(brokenAt: number | undefined) {
  return brokenAt === undefined
    ? callout({ kind: 'done', title: 'The chain of lines is whole.' })
    : callout({
        kind: 'refusal',
        title: `The chain of lines is broken at line ${brokenAt}.`,
        body: 'This line, or one before it, was changed outside Tandem. Compare with a backup.',
      });
}

function historyTable(lines: readonly HistoryLine[]) {
  return table({
    caption: 'Acts, newest first',
    captionHidden: true,
    columns: [
      { header: 'Line', kind: 'number', cell: (line) => line.seq },
      { header: 'When', cell: (line) => formatMoment(line.at) },
      { header: 'Who', cell: (line) => line.personName ?? 'The operator' },
      { header: 'What', kind: 'header', cell: (line) => line.act },
      { header: 'Details', cell: lineDetails },
    ],
    rows: lines,
    empty: 'Nothing has been done yet.',
  });
}

function lineDetails(line: HistoryLine) {
  return details({
    summary: line.subject.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => `…${id.slice(-6)}`),
    body: definitionList([
      { term: 'About', description: line.subject },
      ...Object.entries(line.detail).map(([term, value]) => ({ term, description: plain(value) })),
      { term: 'Fingerprint', description: html`<code>${line.hash}</code>` },
    ]),
  });
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
