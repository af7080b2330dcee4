import { linkButton } from '../../page/button.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { type PublicPartnership, selectPartnerships } from '../partnership/partnership.store.ts';
import { asVisitor } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';
import type { Route, VisitorAsk } from '../web/route.ts';
import { selectOwnMemberships } from './membership.store.ts';
import { membershipsTable } from './membershipsTable.page.ts';

/** The start: what this is for a visitor, the way in for somebody signed in. */
export const landingPages: Route[] = [{ method: 'get', path: '/', access: 'anyone', answer: startPage }];

async function startPage(ask: VisitorAsk): Promise<Response> {
  const { person, hub } = ask;
  if (!person) return ask.respond(landing(await asVisitor(hub.database, null, selectPartnerships)));
  const memberships = await asVisitor(hub.database, person.personId, (view) =>
    selectOwnMemberships(view, person),
  );
  const [only, second] = memberships;
  if (only && !second) return ask.context.redirect(homeOf(only.partnership), 303);
  return ask.respond({
    title: 'Your partnerships',
    body: html`${pageHeading({ title: 'Your partnerships' })}${membershipsTable(memberships)}`,
  });
}

function landing(partnerships: readonly PublicPartnership[]) {
  return {
    title: 'Learning partnerships between school districts',
    body: html`${pageHeading({
      title: 'School districts that learn from each other',
      lead: 'Tandem runs a learning partnership between districts: who can help whom, what both sides promised, and whether it worked.',
      actions: linkButton({ label: 'Sign in', href: '/sign-in', tone: 'main' }),
    })}
${section({
  title: partnerships.length === 1 ? 'The partnership here' : 'Partnerships here',
  body:
    partnerships.length === 0
      ? html`<p>No partnership has been set up yet. The operator does it with <code>tandem partnership create</code>.</p>`
      : html`<ul>${partnerships.map(
          ({ name, startedYear, isSample }) =>
            html`<li><strong>${name}</strong>, since ${startedYear}${isSample ? ' (a sample: its students are invented)' : ''}</li>`,
        )}</ul>`,
})}
${section({
  title: 'What it keeps to',
  body: html`<ul>
<li>Student records stay in their district. Only figures about groups come here, and small groups are withheld with the reason.</li>
<li>Districts are not ranked. A figure stands beside those of districts that serve similar students.</li>
<li>Every number says what it counts, how many students are behind it, where it comes from and as of when.</li>
<li>“Too early” and “cannot tell” are answers.</li>
</ul>`,
})}`,
  };
}
