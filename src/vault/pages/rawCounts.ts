import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';

/** Stands on every page and before every file of counts. */
export function rawCountsCallout(): Html {
  return callout({
    kind: 'warning',
    title: 'Raw counts, not for sharing.',
    body: html`Small groups stand here as they are. What may leave this machine is <a href="/release">a release</a>, in which they are protected.`,
  });
}
