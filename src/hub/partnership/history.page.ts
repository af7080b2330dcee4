import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { findBrokenAuditLine } from '../audit/audit.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { actSentence } from './actSentence.ts';
import { flattenDetail } from './flattenDetail.ts';
import { type HistoryLine, selectChainEnd, selectHistoryPage } from './history.store.ts';
import { selectParties } from './partnership.store.ts';

/** What was done in the partnership, by whom and when. */
export const historyPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/history', access: 'members', answer: historyPage },
];

const linesOnPage = 50;

async function historyPage(ask: MemberAsk): Promise<Response> {
  const asked = ask.context.req.query('before') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
  const { parties, lines, broken, chainEnd } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    lines: await selectHistoryPage(view, before, linesOnPage + 1),
    chainEnd: await selectChainEnd(view),
    broken: await findBrokenAuditLine(view, ask.member.partnership.id),
  }));
  const shown = lines.slice(0, linesOnPage);
  const last = shown.at(-1);
  return ask.respond({
    title: 'History',
    section: 'history',
    body: html`${pageHeading({
      title: 'History',
      lead: 'Every act on something shared, by when it was done, newest first. A line is never changed or taken away.',
    })}
${chainState(broken?.seq, chainEnd)}
${historyTable(shown, new Map(parties.map((party) => [party.districtId, party.shortName])))}
${
  lines.length > linesOnPage && last
    ? html`<p class="actions">${linkButton({ label: 'Earlier acts', href: `${ask.home}/history?before=${last.seq}` })}</p>`
    : ''
}`,
  });
}

/** Each line holds a fingerprint of all before it: changing one breaks every later one. */
function chainState(brokenAt: number | undefined, chainEnd: string | undefined) {
  return brokenAt === undefined
    ? callout({
        kind: 'done',
        title: 'The chain of lines is whole.',
        body: chainEnd
          ? html`Each line carries a fingerprint of all before it. The last one begins with <code>${chainEnd.slice(0, 16)}</code>: whoever notes it down can tell later that nothing before it was changed.`
          : undefined,
      })
    : callout({
        kind: 'refusal',
        title: `The chain of lines is broken at line ${brokenAt}.`,
        body: 'This line, or one before it, was changed outside Tandem. Compare with a backup.',
      });
}

function historyTable(lines: readonly HistoryLine[], nameOf: ReadonlyMap<string, string>) {
  return table({
    caption: 'Acts, newest first',
    captionHidden: true,
    columns: [
      {
        header: 'What',
        kind: 'header',
        cell: ({ personName, act, detail }) => actSentence({ person_name: personName, act, detail }),
      },
      { header: 'When', cell: (line) => formatMoment(line.at) },
      { header: 'Line', kind: 'number', cell: (line) => line.seq },
      { header: 'More', cell: (line) => lineDetails(line, nameOf) },
    ],
    rows: lines,
    empty: 'Nothing has been done yet.',
  });
}

function lineDetails(line: HistoryLine, nameOf: ReadonlyMap<string, string>) {
  const kept = flattenDetail({ about: line.subject, ...line.detail, fingerprint: line.hash }, nameOf);
  return details({
    summary: html`Details<span class="visually-hidden"> of line ${line.seq}</span>`,
    body: definitionList(kept.map(({ path, text }) => ({ term: path, description: text }))),
  });
}
