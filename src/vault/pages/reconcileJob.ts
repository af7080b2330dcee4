import { type Html, html } from '../../page/html.ts';
import { loadPublicFile, type PublicFileOutcome } from '../reconcile/publicFigures.store.ts';
import { reconcileVault } from '../reconcile/reconcileVault.store.ts';
import type { Job } from '../serve/jobs.ts';
import type { Upload } from '../serve/readUpload.ts';
import type { VaultAsk } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';

/** Takes the figures out of public files, where there are any, and holds all of them against the vault's. */
export function orderReconciling({ vault, jobs, now }: VaultAsk, upload?: Upload): Job {
  const outcomes: PublicFileOutcome[] = [];
  const state = { done: false };
  return jobs.order({
    kind: 'reconcile',
    ...(upload ? { after: upload.remove } : { key: 'reconcile' }),
    title: 'Reconciling with the state',
    view: () => outcomeView(outcomes, state.done),
    work: async (tell) => {
      for (const { name, path } of upload?.files ?? []) {
        tell({ sentence: `Reading ${name}` });
        outcomes.push(await loadPublicFile(vault, path, { asOf: null, now }));
      }
      await reconcileVault(vault, {
        now,
        progress: (sentence, done, of) => tell({ sentence, done, of }),
      });
      state.done = true;
    },
  });
}

function outcomeView(outcomes: readonly PublicFileOutcome[], done: boolean): Html {
  const lines = outcomes.map((one) => html`<li>${sentenceOf(one)}${said(one)}</li>`);
  return html`${lines.length > 0 ? html`<ul>${lines}</ul>` : ''}${
    done ? html`<p><a href="/reconcile">See how the figures stand</a></p>` : ''
  }`;
}

function sentenceOf({ file, status, figures, replaced }: PublicFileOutcome): string {
  switch (status) {
    case 'loaded':
      return `${file}: ${countWords(figures, 'figure')} kept${replaced > 0 ? `, ${replaced} of them in the place of earlier ones` : ''}.`;
    case 'unchanged':
      return `${file}: kept already, nothing changed.`;
    case 'none':
      return `${file}: no figure of this district or its schools.`;
    default:
      return `${file}: refused, nothing of it was kept.`;
  }
}

function said({ said: sentences }: PublicFileOutcome): Html | string {
  return sentences.length === 0 ? '' : html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
}
