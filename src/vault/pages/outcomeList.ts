import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { safeHref } from '../../page/safeHref.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { FileOutcome } from '../intake/fileOutcome.ts';
import { countWords } from './countWords.ts';
import { kindName } from './kindName.ts';

/** What became of a file, and its number in the vault where it has one. */
export type LoadedOutcome = { readonly outcome: FileOutcome; readonly fileId: number | undefined };

/** What somebody must do something about stands first. */
const order: readonly FileOutcome['status'][] = ['refused', 'loaded', 'unchanged'];

/** A sum in a sentence, and a line a file. Nothing before the first is done. */
export function outcomeList(outcomes: readonly LoadedOutcome[]): Html {
  if (outcomes.length === 0) return html``;
  const all = outcomes.map(({ outcome }) => outcome);
  const refused = all.some(({ status }) => status === 'refused');
  const sum = refused
    ? callout({
        kind: 'warning',
        title: sumWords(all),
        body: 'Repair at the source what the findings say, export the file again, and load it.',
      })
    : callout({ kind: 'done', title: sumWords(all) });
  return html`${sum}${table<LoadedOutcome>({
    caption: 'What became of each file',
    captionHidden: true,
    rows: outcomes.toSorted((a, b) => order.indexOf(a.outcome.status) - order.indexOf(b.outcome.status)),
    columns: [
      { header: 'File', kind: 'header', cell: ({ outcome }) => outcome.file },
      { header: 'Became', cell: ({ outcome }) => statusBadge(outcome) },
      { header: 'What it is', cell: ({ outcome }) => whatItIs(outcome) },
      { header: 'What changed', cell: ({ outcome }) => whatChanged(outcome) },
      { header: 'Findings', cell: findingsLink },
    ],
  })}`;
}

/** `3 files loaded with 12,000 rows, 1 unchanged, 1 refused.` */
export function sumWords(outcomes: readonly FileOutcome[]): string {
  const of = (status: FileOutcome['status']) => outcomes.filter((one) => one.status === status);
  const kept = of('loaded').reduce((sum, one) => sum + one.kept, 0);
  const others = [
    of('unchanged').length > 0 ? `, ${formatNumber(of('unchanged').length)} loaded already` : '',
    of('refused').length > 0 ? `, ${formatNumber(of('refused').length)} refused` : '',
  ];
  return `${countWords(of('loaded').length, 'file')} loaded with ${countWords(kept, 'row')}${others.join('')}.`;
}

function statusBadge({ status }: FileOutcome): Html {
  if (status === 'loaded') return badge('good', 'Loaded');
  return status === 'refused' ? badge('bad', 'Refused') : badge('info', 'Loaded already');
}

function whatItIs({ title, schoolYear, status }: FileOutcome): Content {
  if (title === null) return status === 'unchanged' ? 'The same content as before' : 'Not known';
  const words = kindName(title);
  return schoolYear === null ? words : `${words}, ${schoolYearName(schoolYear)}`;
}

function whatChanged({ status, rows, kept, newStudents, errors, supersedes }: FileOutcome): Content {
  if (status === 'unchanged') return 'Nothing: the vault holds it, or a correction of it.';
  if (status === 'refused') {
    const inRows = rows > 0 ? ` in ${countWords(rows, 'row')}` : '';
    return `Nothing of it was kept: ${countWords(errors, 'error')}${inRows}.`;
  }
  const students = newStudents > 0 ? `, ${countWords(newStudents, 'new student')}` : '';
  const all = kept === rows ? countWords(rows, 'row') : `${formatNumber(kept)} of ${countWords(rows, 'row')}`;
  if (!supersedes) return `${all} kept${students}.`;
  const { file, added, removed, changed } = supersedes;
  return html`${all} kept${students}. Takes the place of ${file}: <strong>${countWords(added, 'row')} added, ${formatNumber(removed)} removed, ${formatNumber(changed)} changed</strong>.`;
}

function findingsLink({ outcome, fileId }: LoadedOutcome): Content {
  const { errors, notes, file } = outcome;
  if (errors + notes === 0) return 'None';
  const words = [
    errors > 0 ? countWords(errors, 'error') : '',
    notes > 0 ? countWords(notes, 'note') : '',
  ].filter((one) => one !== '');
  const text = words.join(', ');
  if (fileId === undefined) return text;
  return html`<a href="${safeHref(`/findings?file=${fileId}`)}">${text}<span class="visually-hidden"> of ${file}</span></a>`;
}
