import { button } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { columns } from '../../page/columns.ts';
import { csrfField } from '../../page/csrfField.ts';
import { emptyState } from '../../page/emptyState.ts';
import { figure } from '../../page/figure.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { sentencePage } from '../serve/sentencePage.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import {
  countStudents,
  type LoadedFile,
  type Measured,
  selectFiles,
  selectMeasured,
} from './loadedFiles.store.ts';
import { dropForm } from './dropForm.ts';
import { fileHistory, filesInForce } from './fileTables.ts';

/** What is in the vault and what to do next; and the end of the day. */
export const homePages: readonly VaultRoute[] = [
  { method: 'get', path: '/', menu: 'Vault', answer: homePage },
  {
    method: 'post',
    path: '/stop',
    answer: (ask) => {
      // After the answer is out: whoever pressed wants to read it.
      setTimeout(ask.stop, 200);
      return ask.respond(
        sentencePage(
          'The vault is being sealed',
          'These pages have ended, and the vault is sealed now. You may close this window; where it was started you see when it is done.',
          200,
          'done',
        ),
      );
    },
  },
];

async function homePage(ask: VaultAsk): Promise<Response> {
  const { vault, idleMinutes, formToken } = ask;
  const files = await selectFiles(vault);
  const last = await selectMeasured(vault);
  const measured = last && last.measures > 0 ? last : undefined;
  const students = await countStudents(vault);
  const inForce = files.filter(({ kept, superseded_by }) => kept > 0 && superseded_by === null);
  return ask.respond({
    title: 'The vault',
    body: html`${pageHeading({
      title: vault.district.name,
      eyebrow: `Vault of district ${vault.district.cds}`,
      lead: 'Its student records are on this machine alone. Counts stay here too; what may leave is a release.',
      meta: `Open for these pages. It is sealed when you stop them, or after ${idleMinutes} minutes without use.`,
      actions: html`<form method="post" action="/stop">${csrfField(formToken)}${button({ label: 'Seal and stop', tone: 'second' })}</form>`,
    })}${nextStep(files, inForce, measured, formToken)}${
      inForce.length > 0
        ? html`${figures(inForce, students, measured)}${section({
            id: 'contents',
            title: 'What is in it',
            body: filesInForce(inForce),
          })}${section({ id: 'files', title: 'Every file that came', body: fileHistory(files) })}`
        : files.length > 0
          ? section({ id: 'files', title: 'Every file that came', body: fileHistory(files) })
          : ''
    }`,
  });
}

function figures(inForce: readonly LoadedFile[], students: number, measured: Measured | undefined): Html {
  const years = [...new Set(inForce.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  const span =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? schoolYearName(first)
        : `${schoolYearName(first)} to ${schoolYearName(last)}`;
  return html`<div class="card card-plain"><div class="card-body">${columns('four', [
    figure({ label: 'Students', value: formatNumber(students), change: 'in all years together' }),
    figure({ label: 'School years', value: formatNumber(years.length), change: span }),
    figure({
      label: 'Files in force',
      value: formatNumber(inForce.length),
      change: countWords(
        inForce.reduce((sum, { kept }) => sum + kept, 0),
        'row',
      ),
    }),
    figure({
      label: 'Measures',
      value: formatNumber(measured?.measures ?? 0),
      change: measured ? `computed ${formatMoment(measured.ended_at)}` : 'not computed yet',
    }),
  ])}</div></div>`;
}

const afterMeasuring = [
  {
    title: 'Hold them against the state’s figures',
    href: '/reconcile',
    body: 'Each difference with what explains it, or marked as unexplained.',
  },
  {
    title: 'Prepare a release',
    href: '/release',
    body: 'The one file that may leave: what an agreement grants, with small groups protected, signed by two people.',
  },
];

/** The refused files, the newest first, of which no other of their name, or of their kind and year, was taken in later. */
function refusedStill(files: readonly LoadedFile[]): readonly LoadedFile[] {
  return files.filter(
    (one, at) =>
      one.refused &&
      !files
        .slice(0, at)
        .some(
          (later) =>
            (later.kept > 0 &&
              (later.name === one.name || (later.layout === one.layout && later.year === one.year))) ||
            (later.refused && later.name === one.name),
        ),
  );
}

/** The one thing to do next, and after it the others. */
function nextStep(
  files: readonly LoadedFile[],
  inForce: readonly LoadedFile[],
  measured: Measured | undefined,
  csrfToken: string,
): Html {
  const refused = refusedStill(files);
  const refusal = refused[0]
    ? callout({
        kind: 'warning',
        title:
          refused.length === 1
            ? `${refused[0].name} was refused.`
            : `${formatNumber(refused.length)} files were refused, the last of them ${refused[0].name}.`,
        body: html`<a href="/findings?file=${refused[0].file_id}">See what to repair</a>, export it again and load it again.`,
      })
    : '';
  if (inForce.length === 0) {
    return html`${refusal}${emptyState({
      title: 'The vault is empty.',
      body: 'Drop the year’s extracts in: enrolment (SENR) and student information (SINF) first, with CAASPP, ELPAC and whatever else you have. Each is known by its header.',
      level: 2,
    })}${dropForm(csrfToken)}`;
  }
  const since = measured?.changed_since ?? 0;
  const steps = [
    {
      title: measured ? 'Look at the measures' : 'Compute the measures',
      href: '/measures',
      body:
        since > 0
          ? `${countWords(since, 'file was', 'files were')} loaded or taken out since they were computed: compute them again.`
          : measured
            ? 'By school, group, grade and year, with their definitions.'
            : 'Every measure that the loaded files allow, by school, group, grade and year.',
    },
    ...(measured ? afterMeasuring : []),
    {
      title: 'Load more',
      href: '/load',
      body: 'Another year, another kind of file, or a corrected one in the place of the one before.',
    },
  ];
  return html`${refusal}${section({ id: 'next', title: 'What to do next', body: itemList(steps) })}`;
}
