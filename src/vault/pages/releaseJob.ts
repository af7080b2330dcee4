import { html } from '../../page/html.ts';
import { type PrepareAsked, prepareRelease } from '../release/prepareRelease.store.ts';
import { protectInThread } from '../release/protectInThread.ts';
import { releaseSoftware } from '../release/releaseSoftware.ts';
import type { Job } from '../serve/jobs.ts';
import type { VaultAsk } from '../serve/vaultRoute.ts';

/** Prepares a draft under a grant, in a thread of its own, while the pages answer. */
export function orderPreparing(
  { vault, jobs, now }: VaultAsk,
  asked: Pick<PrepareAsked, 'grant' | 'supersedes' | 'detail'>,
): Job {
  const state = { sentence: '' };
  return jobs.order({
    kind: 'release',
    key: 'release',
    title: 'Preparing a draft',
    view: () =>
      state.sentence === ''
        ? html``
        : html`<p>${state.sentence} <a href="/release">Read exactly what would leave</a></p>`,
    work: async (tell) => {
      tell({ sentence: 'Reading the counts and everything that ever left.' });
      const { draft, kept } = await prepareRelease(vault, {
        ...asked,
        now: now(),
        made: releaseSoftware(),
        protect: protectInThread,
        tell,
      });
      state.sentence = kept
        ? 'Nothing has changed since it was prepared: the draft stands as it was.'
        : `The draft of release ${draft.release.sequence} is kept in the vault.`;
    },
  });
}
