import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { MemberAsk } from '../web/route.ts';
import { objectClassName } from './accountCode.ts';
import type { LedgerDifference } from './compareLedgers.ts';
import type { LedgerImport } from './ledger.store.ts';
import type { LedgerPreview } from './ledgerPreview.store.ts';
import type { LedgerLine } from './readLedgerLines.ts';
import { ledgerFilePath } from './resourcesPlace.page.ts';

const mostFindings = 100;
const mostLines = 20;

/** What a waiting file would do: its sums, every finding, the difference to the file it replaces, and the two buttons. */
export function ledgerPreviewCards(ask: MemberAsk, file: LedgerImport, preview: LedgerPreview): Content {
  const { reading, replaces, difference } = preview;
  if (!reading) return '';
  const errors = reading.findings.filter(({ severity }) => severity === 'error');
  return html`${
    errors.length > 0
      ? callout({
          kind: 'refusal',
          title: `${errors.length === 1 ? 'One thing stands' : `${errors.length} things stand`} against it: nothing can be counted.`,
          body: 'Correct the file and bring it again, or change below which column is what.',
        })
      : ''
  }${
    replaces && difference
      ? card({
          title: `It corrects ${replaces.fileName}`,
          body: differenceOf(difference),
          footer: 'Both cover the same days. The earlier file is kept; its lines are no longer counted.',
        })
      : ''
  }${columns('main-side', [
    card({
      title: `${reading.lines.length === 1 ? 'One line' : `${reading.lines.length} lines`}, ${formatMoney(reading.totalCents)}`,
      body: html`${sums(reading.lines)}${details({
        summary: `The first ${Math.min(mostLines, reading.lines.length)} lines as they are read`,
        body: lineRows(reading.lines.slice(0, mostLines), 'Lines as they are read'),
      })}`,
    }),
    card({
      title: 'Count it?',
      body: html`${definitionList([
        {
          term: 'Covers',
          description:
            file.fromDay && file.untilDay
              ? `${formatDate(file.fromDay)} to ${formatDate(file.untilDay)}`
              : '',
        },
        { term: 'Left out', description: reading.leftOut === 1 ? 'One row' : `${reading.leftOut} rows` },
        { term: 'Errors', description: String(errors.length) },
      ])}${errors.length === 0 ? applyForm(ask, file, replaces?.id ?? '') : ''}${form({
        action: `${ledgerFilePath(ask.home, file.id)}/discard`,
        csrfToken: ask.person.csrfToken,
        submit: 'Set it aside',
        submitTone: 'quiet',
        body: html`<input type="hidden" name="version" value="${String(file.version)}">`,
      })}`,
    }),
  ])}${reading.findings.length > 0 ? card({ title: 'What was found', body: findingTable(reading.findings) }) : ''}`;
}

function applyForm(ask: MemberAsk, file: LedgerImport, replaced: string): Content {
  return form({
    action: `${ledgerFilePath(ask.home, file.id)}/apply`,
    csrfToken: ask.person.csrfToken,
    submit: 'Count these lines',
    body: html`<input type="hidden" name="version" value="${String(file.version)}"><input type="hidden" name="replaced" value="${replaced}">`,
  });
}

function sums(lines: readonly LedgerLine[]): Content {
  const groups = [
    ...Map.groupBy(lines, ({ resourceCode, objectCode }) => `${resourceCode} ${objectClassName(objectCode)}`),
  ];
  return table({
    caption: 'Sums by resource code and kind of spending',
    captionHidden: true,
    columns: [
      { header: 'Resource', kind: 'header', cell: ([, rows]) => rows[0]?.resourceCode || 'None' },
      { header: 'For', cell: ([, rows]) => objectClassName(rows[0]?.objectCode ?? '') },
      { header: 'Lines', kind: 'number', cell: ([, rows]) => rows.length },
      { header: 'Sum', kind: 'number', cell: ([, rows]) => formatMoney(sumOf(rows)) },
    ],
    rows: groups.toSorted(([a], [b]) => a.localeCompare(b)),
  });
}

function sumOf(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function differenceOf({ added, removed, same, changeCents }: LedgerDifference): Content {
  if (added.length + removed.length === 0) return html`<p>Every line is the same.</p>`;
  const change =
    changeCents === 0
      ? 'the same sum'
      : `${formatMoney(Math.abs(changeCents))} ${changeCents < 0 ? 'less' : 'more'} in all`;
  return html`<p>${`Unchanged lines: ${same}. New: ${added.length}. Gone: ${removed.length}. That is ${change}.`}</p>${
    added.length > 0 ? lineRows(added.slice(0, mostLines), 'New lines') : ''
  }${removed.length > 0 ? lineRows(removed.slice(0, mostLines), 'Lines that are gone') : ''}`;
}

function lineRows(lines: readonly LedgerLine[], caption: string): Content {
  return table<LedgerLine>({
    caption,
    columns: [
      { header: 'Line', kind: 'header', cell: ({ line }) => line },
      { header: 'Day', cell: ({ day }) => day },
      { header: 'What', cell: ({ description }) => description },
      { header: 'Resource', cell: ({ resourceCode }) => resourceCode },
      { header: 'Object', cell: ({ objectCode }) => objectCode },
      { header: 'Amount', kind: 'number', cell: ({ amountCents }) => formatMoney(amountCents) },
    ],
    rows: lines,
  });
}

function findingTable(findings: readonly Finding[]): Content {
  const ordered = findings.toSorted(
    (a, b) => Number(a.severity === 'note') - Number(b.severity === 'note') || (a.line ?? 0) - (b.line ?? 0),
  );
  return table<Finding>({
    caption: 'Findings: errors first, then notes',
    captionHidden: true,
    columns: [
      { header: 'Line', kind: 'header', cell: ({ line }) => line ?? 'File' },
      { header: 'Column', cell: ({ column }) => column ?? '' },
      {
        header: 'What',
        cell: ({ severity, message }) =>
          html`${severity === 'error' ? badge('bad', 'Error') : badge('info', 'Note')} ${asSentence(message)}`,
      },
      { header: 'What to do', cell: ({ remedy }) => asSentence(remedy) },
    ],
    rows: ordered.slice(0, mostFindings),
    note:
      findings.length > mostFindings
        ? `The first ${mostFindings} of ${findings.length} are listed.`
        : undefined,
  });
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
}
