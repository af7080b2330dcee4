import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { MemberAsk } from '../web/route.ts';

/** Where a page of this room lies. */
export function practiceTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    crumbs.length === 0 ? { label: 'Practices' } : { label: 'Practices', href: `${home}/practices` },
    ...crumbs,
  ]);
}

export function practicePath(home: string, practiceId: string): string {
  return `${home}/practices/${practiceId}`;
}

/** The number of a version that a form was based on; 0 when it carries none. */
export function basedOnOf({ form }: MemberAsk): number {
  return /^\d{1,6}$/.test(form.version ?? '') ? Number(form.version) : 0;
}

/** The answer to somebody for whom a page is not. */
export function respondNotYours(
  ask: MemberAsk,
  { title, sentence, back }: { readonly title: string; readonly sentence: string; readonly back: string },
): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'practices',
    status: 403,
    body: html`${pageHeading({ title })}${callout({
      kind: 'refusal',
      title: sentence,
      body: html`<a href="${back}">Go back</a> or write to <a href="${`${ask.home}/people`}">the people of the partnership</a>.`,
    })}`,
  });
}
