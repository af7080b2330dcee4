import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { pager } from '../../page/pager.ts';
import { safeHref } from '../../page/safeHref.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table, type TableColumn } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import {
  type BrokenRule,
  type FindingsWanted,
  type ListedFinding,
  selectFindings,
  selectRules,
} from './findings.store.ts';
import { mostInAWorkbook } from './findingFiles.page.ts';
import { findingsAddress, readFindingsWanted } from './findingsAddress.ts';
import { type LoadedFile, selectFiles } from './loadedFiles.store.ts';
import { ruleWords } from './ruleWords.ts';

const onAPage = 100;
const ofEachRule = 5;

/** What is wrong in the files, by rule: a few of each, or all of one rule a page at a time. */
export const findingsPages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/findings',
    menu: 'Findings',
    answer: async (ask) => {
      const wanted = readFindingsWanted((name) => ask.context.req.query(name));
      const files = await selectFiles(ask.vault);
      const file = files.find(({ file_id }) => file_id === wanted.file);
      if (wanted.file !== 0 && !file) return ask.notFound('The vault holds no file of this number.');
      const rules = await selectRules(ask.vault, wanted);
      const body =
        wanted.rule === '' ? await byRule(ask, rules, wanted) : await ofOneRule(ask, rules, wanted);
      const found = rules
        .filter(({ rule }) => wanted.rule === '' || rule === wanted.rule)
        .reduce((sum, one) => sum + one.findings, 0);
      return ask.respond({
        title: file ? `Findings in ${file.name}` : 'Findings',
        body: html`${headingOf(file, files, found, wanted)}${filters(files, wanted)}${body}`,
      });
    },
  },
];

function headingOf(
  file: LoadedFile | undefined,
  files: readonly LoadedFile[],
  found: number,
  wanted: FindingsWanted,
): Html {
  const concerned = file ? [file] : files;
  const all = concerned.reduce((sum, one) => sum + one.findings, 0);
  const listed = concerned.reduce((sum, one) => sum + one.listed, 0);
  const became = file && becameOf(file);
  const cut =
    all > listed
      ? ` Of one rule in one file the first thousand are listed: ${formatNumber(listed)} of ${formatNumber(all)}.`
      : '';
  return pageHeading({
    title: file ? `Findings in ${file.name}` : 'Findings',
    lead: html`${became} An error refuses the whole file; a note is kept with it. What stood in a field that identifies a student is never repeated.${cut}`,
    ...(found > 0 ? { actions: downloads(found, wanted) } : {}),
  });
}

function becameOf({ refused, forgotten_at, forgotten_why, superseded_by }: LoadedFile): string {
  if (refused) return 'It was refused: nothing of it was kept.';
  if (forgotten_at) return `It was taken in, and out again: ${forgotten_why}.`;
  return superseded_by === null ? 'It was taken in.' : 'It was taken in; another file took its place since.';
}

function downloads(found: number, wanted: FindingsWanted): Html {
  const csv = linkButton({ label: 'Download as CSV', href: findingsAddress(wanted, '/findings.csv') });
  if (found > mostInAWorkbook) return csv;
  return html`${csv}${linkButton({ label: 'Download as Excel', href: findingsAddress(wanted, '/findings.xlsx') })}`;
}

function filters(files: readonly LoadedFile[], wanted: FindingsWanted): Html | string {
  const withFindings = files.filter(({ findings, file_id }) => findings > 0 || file_id === wanted.file);
  if (withFindings.length === 0) return '';
  return form({
    action: '/findings',
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'file',
      name: 'file',
      label: 'File',
      empty: 'All files',
      optional: false,
      value: String(wanted.file || ''),
      options: withFindings.map(({ file_id, name, findings, refused }) => ({
        value: String(file_id),
        label: `${name} (${formatNumber(findings)}${refused ? ', refused' : ''})`,
      })),
    })}${selectField({
      id: 'severity',
      name: 'severity',
      label: 'Kind',
      empty: 'Errors and notes',
      value: wanted.severity,
      options: [
        { value: 'error', label: 'Errors' },
        { value: 'note', label: 'Notes' },
      ],
    })}${wanted.rule === '' ? '' : html`<input type="hidden" name="rule" value="${wanted.rule}">`}`,
  });
}

async function byRule(ask: VaultAsk, rules: readonly BrokenRule[], wanted: FindingsWanted): Promise<Html> {
  if (rules.length === 0) {
    return emptyState({
      title: 'Nothing was found.',
      body: 'No rule is broken in what these files say, or no file was loaded yet.',
      action: linkButton({ label: 'Load files', href: '/load' }),
      level: 2,
    });
  }
  const parts: Html[] = [];
  for (const one of rules) {
    const asked = { ...wanted, rule: one.rule, severity: one.severity };
    const first = await selectFindings(ask.vault, asked, 0, ofEachRule);
    parts.push(rulePart(one, first, asked));
  }
  return html`${parts}`;
}

function rulePart(rule: BrokenRule, first: readonly ListedFinding[], asked: FindingsWanted): Html {
  const files = asked.file === 0 ? ` in ${countWords(rule.files, 'file')}` : '';
  const all = `All ${formatNumber(rule.findings)}`;
  return section({
    title: ruleWords(rule.rule),
    lead: html`${severityBadge(rule.severity)} ${countWords(rule.findings, 'finding')}${files}. ${remedyWords(rule)}`,
    ...(rule.findings > first.length
      ? {
          action: html`<a href="${safeHref(findingsAddress(asked))}">${all}<span class="visually-hidden"> of: ${ruleWords(rule.rule)}</span></a>`,
        }
      : {}),
    body: findingTable(ruleWords(rule.rule), first, {
      withFile: asked.file === 0,
      withRemedy: rule.remedy === null,
    }),
  });
}

async function ofOneRule(ask: VaultAsk, rules: readonly BrokenRule[], wanted: FindingsWanted): Promise<Html> {
  const own = rules.filter(({ rule }) => rule === wanted.rule);
  const all = own.reduce((sum, one) => sum + one.findings, 0);
  const asked = Number(ask.context.req.query('page'));
  const last = Math.max(1, Math.ceil(all / onAPage));
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1;
  const from = (page - 1) * onAPage;
  const found = await selectFindings(ask.vault, wanted, from, onAPage);
  const at = (to: number): string => findingsAddress({ ...wanted, page: to });
  const words = ruleWords(wanted.rule);
  return html`${section({
    title: words,
    lead: html`${own.map(({ severity }) => severityBadge(severity))} ${countWords(all, 'finding')}. ${remedyWords(own[0])}`,
    action: html`<a href="${safeHref(findingsAddress({ ...wanted, rule: '' }))}">All rules</a>`,
    body: findingTable(words, found, {
      withFile: wanted.file === 0,
      withRemedy: own.some(({ remedy }) => remedy === null),
    }),
  })}${pager({
    position: `${formatNumber(found.length === 0 ? 0 : from + 1)} to ${formatNumber(from + found.length)} of ${formatNumber(all)}`,
    ...(page > 1 ? { previousHref: at(page - 1) } : {}),
    ...(page < last ? { nextHref: at(page + 1) } : {}),
  })}`;
}

function severityBadge(severity: 'error' | 'note'): Html {
  return severity === 'error' ? badge('bad', 'Error') : badge('info', 'Note');
}

function remedyWords(rule: BrokenRule | undefined): string {
  return rule?.remedy ? `What to do: ${rule.remedy}.` : '';
}

type Columns = { readonly withFile: boolean; readonly withRemedy: boolean };

/** What is the same for every row stands above the table and not in it. */
function findingTable(rule: string, rows: readonly ListedFinding[], { withFile, withRemedy }: Columns): Html {
  const place = ({ line }: ListedFinding): Content =>
    line === null ? 'The file' : `Line ${formatNumber(line)}`;
  const file: TableColumn<ListedFinding> = {
    header: 'File',
    cell: (one) => html`<a href="${safeHref(`/findings?file=${one.file_id}`)}">${one.file}</a>`,
  };
  return table<ListedFinding>({
    caption: `Findings: ${rule}`,
    captionHidden: true,
    rows,
    columns: [
      { header: 'Where', kind: 'header', cell: place },
      ...(withFile ? [file] : []),
      { header: 'Column', cell: ({ column, line }) => column ?? (line === null ? noFigure() : 'The row') },
      { header: 'What stands there', cell: ({ valueClass }) => valueClass },
      { header: 'What is wrong', cell: ({ message }) => message },
      ...(withRemedy ? [{ header: 'What to do', cell: ({ remedy }: ListedFinding) => remedy }] : []),
    ],
    empty: 'None is listed.',
  });
}
