import { linkButton } from '../../page/button.ts';
import { details } from '../../page/details.ts';
import type { FieldError } from '../../page/errorSummary.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import type { FileOutcome } from '../intake/fileOutcome.ts';
import { intakeLayouts } from '../intake/intakeLayouts.ts';
import { collectPaths } from '../intake/fileSets.ts';
import { loadFiles } from '../intake/loadFiles.store.ts';
import type { Job, JobProgress } from '../serve/jobs.ts';
import { readUpload, type Upload } from '../serve/readUpload.ts';
import { jobPath, type VaultAsk, type VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import { dropForm } from './dropForm.ts';
import { selectNewestNamed } from './loadedFiles.store.ts';
import { type LoadedOutcome, outcomeList } from './outcomeList.ts';

/** Extracts in, by hand or dropped; what became of each file. */
export const loadPages: readonly VaultRoute[] = [
  { method: 'get', path: '/load', menu: 'Load', answer: (ask) => loadPage(ask) },
  {
    method: 'post',
    path: '/load',
    takes: 'files',
    answer: async (ask) => {
      const upload = await readUpload(ask);
      if (upload.files.length > 0) return ask.context.redirect(jobPath(orderLoad(ask, upload)), 303);
      upload.remove();
      return loadPage(ask, [{ field: 'files', message: 'Choose at least one file.' }]);
    },
  },
];

function loadPage(ask: VaultAsk, errors: readonly FieldError[] = []): Response {
  const last = ask.jobs.last('load');
  return ask.respond({
    title: 'Load',
    ...(errors.length > 0 ? { status: 422 as const } : {}),
    body: html`${pageHeading({
      title: 'Load extracts',
      lead: 'Each file is checked and taken in whole, or refused with what to repair. A corrected file takes the place of the one before.',
    })}${dropForm(ask.formToken, errors)}${last ? lastLoad(last) : ''}${knownFiles()}`,
  });
}

function lastLoad(job: Job): Html {
  return section({
    id: 'last',
    title: 'Last load',
    body: html`<p><a href="${jobPath(job)}">${job.title}</a></p>${job.view()}`,
  });
}

function knownFiles(): Html {
  return details({
    summary: 'Files that the vault knows',
    body: html`<ul>${intakeLayouts.map(({ title }) => html`<li>${title}</li>`)}</ul>`,
  });
}

function orderLoad({ vault, jobs, now }: VaultAsk, upload: Upload): Job {
  const outcomes: LoadedOutcome[] = [];
  let isDone = false;
  const all = upload.files.length;
  return jobs.order({
    kind: 'load',
    title: `Loading ${countWords(all, 'file')}`,
    view: () => html`${outcomeList(outcomes)}${isDone ? nextSteps : ''}`,
    after: upload.remove,
    work: async (tell) => {
      const say = (sentence: string): void => tell(loadProgress(sentence, outcomes.length, all));
      say('Looking at the files');
      const paths = collectPaths(upload.files.map(({ path }) => path));
      const progress = (file: string, rows: number): void => say(`${file}: ${countWords(rows, 'row')} read`);
      for await (const outcome of loadFiles(vault, paths, { layouts: intakeLayouts, now, progress })) {
        outcomes.push(await withFile(vault, outcome));
        say(`${outcome.file} is done`);
      }
      isDone = true;
    },
  });
}

const nextSteps = html`<div class="actions">${linkButton({ label: 'Compute the measures', href: '/measures' })}${linkButton(
  { label: 'Load more', href: '/load' },
)}</div>`;

/** Of one file alone nobody knows how far it is: its rows are not counted before they are read. */
function loadProgress(sentence: string, done: number, of: number): JobProgress {
  return of === 1 ? { sentence } : { sentence, done, of };
}

async function withFile(vault: VaultAsk['vault'], outcome: FileOutcome): Promise<LoadedOutcome> {
  const fileId = outcome.status === 'unchanged' ? undefined : await selectNewestNamed(vault, outcome.file);
  return { outcome, fileId };
}
