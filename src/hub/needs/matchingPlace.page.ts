import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberAsk } from '../web/route.ts';

/** Where a page of this room lies. */
export function matchingTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Who can help', href: `${home}/matching` },
    ...crumbs,
  ]);
}

/** The page of a need. */
export function needPath(home: string, needId: string): string {
  return `${home}/matching/needs/${needId}`;
}

/** The form to confirm a need from a cell of a district's grid. */
export function newNeedPath(home: string, cds: string, measureId: string, group: string): string {
  return `${home}/matching/needs/new?cds=${cds}&measure=${measureId}&group=${group}`;
}

export function askPath(home: string, askId: string): string {
  return `${home}/matching/asks/${askId}`;
}

/** Only people of a district do this for it: nobody does it for the partner. */
export function respondNotOwn(
  ask: MemberAsk,
  party: Party | undefined,
  { title, sentence, back }: { readonly title: string; readonly sentence: string; readonly back: string },
): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'matching',
    status: 403,
    body: html`${pageHeading({ title })}${callout({
      kind: 'refusal',
      title: sentence,
      body: html`${ask.member.districtId === null ? 'You belong to no district of the partnership. ' : ''}<a href="${back}">Go back</a>${party ? html` or write to <a href="${`${ask.home}/people`}">the people of ${party.name}</a>` : ''}.`,
    })}`,
  });
}
