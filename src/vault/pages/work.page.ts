import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { Job } from '../serve/jobs.ts';
import type { VaultRoute } from '../serve/vaultRoute.ts';

/** The page of one job: how far it is and what it has come to, looked at again every second until it has ended. */
export const workPages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/work/:id{[0-9]+}',
    answer: (ask) => {
      const job = ask.jobs.find(Number(ask.context.req.param('id')));
      if (!job) return ask.notFound('This work is not remembered any more. What it did is in the vault.');
      const isOpen = job.state === 'waiting' || job.state === 'running';
      return ask.respond({
        title: job.title,
        ...(isOpen ? { refreshSeconds: 1 } : {}),
        body: html`${pageHeading({ title: job.title, meta: timesText(job, ask.now()) })}${stateOf(job)}${job.view()}`,
      });
    },
  },
];

function stateOf(job: Job): Html {
  const { state, trouble, progress } = job;
  if (state === 'done') return isEmpty(job.view()) ? callout({ kind: 'done', title: 'Done.' }) : html``;
  if (state === 'refused') return callout({ kind: 'refusal', title: trouble ?? 'It could not be done.' });
  if (state === 'failed') return callout({ kind: 'refusal', title: trouble ?? 'It failed.' });
  return progressBar(job.title, progress);
}

/** What a job has come to says by itself that it is done. */
function isEmpty(view: Html): boolean {
  return view.toString() === '';
}

function progressBar(label: string, { sentence, done, of }: Job['progress']): Html {
  const bar =
    done === undefined || of === undefined
      ? html`<progress aria-label="${label}"></progress>`
      : html`<progress value="${done}" max="${of}" aria-label="${label}">${done} of ${of}</progress>`;
  return html`<div class="progress"><span>${sentence}</span>${bar}</div>`;
}

/** `Took 12 s.` or `For 4 s so far.` */
function timesText({ startedAt, endedAt }: Job, now: Date): string {
  if (!startedAt) return 'Has not begun yet.';
  const seconds = Math.max(1, Math.round(((endedAt ?? now).getTime() - startedAt.getTime()) / 1000));
  return endedAt ? `Took ${seconds} s.` : `For ${seconds} s so far.`;
}
