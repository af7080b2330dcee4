import { callout } from '../../page/callout.ts';
import type { Html } from '../../page/html.ts';

/** Stands on every page and before every file of counts. */
export function rawCountsCallout(): Html {
  return callout({
    kind: 'warning',
    title: 'Raw counts, not for sharing.',
    body: 'Small groups stand here as they are. What may leave this machine is a release, in which they are protected.',
  });
}
