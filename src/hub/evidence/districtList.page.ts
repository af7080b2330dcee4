import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { textField } from '../../page/textField.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectDistricts } from './evidence.store.ts';
import type { District } from './evidenceRows.ts';
import { districtPath } from './figurePath.ts';

/** The partnership's districts, and a way to any other that a public file names. */
export const districtListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/districts',
    access: 'members',
    answer: districtListPage,
  },
];

const mostShown = 60;

async function districtListPage(ask: MemberAsk): Promise<Response> {
  const asked = (ask.context.req.query('name') ?? '').trim().slice(0, 100);
  const { parties, districts } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    districts: await selectDistricts(view),
  }));
  const found =
    asked === ''
      ? []
      : districts.filter((district) =>
          `${district.name} ${district.county ?? ''}`.toLowerCase().includes(asked.toLowerCase()),
        );
  return ask.respond({
    title: 'Districts',
    section: 'districts',
    body: html`${pageHeading({
      title: 'Districts',
      lead: 'Each district by itself: whom it serves, every measure, every group, the state’s assistance.',
    })}
<div class="columns columns-two">${parties.map((party) => html`<div>${card({ title: party.name, href: districtPath(ask.home, party.cds), body: html`<p>A district of this partnership.</p>` })}</div>`)}</div>
${section({
  title: 'Any other district',
  id: 'others',
  body: html`${form({
    action: `${ask.home}/districts`,
    method: 'get',
    inline: true,
    submit: 'Find',
    submitTone: 'second',
    body: textField({ id: 'name', name: 'name', label: 'Name or county', value: asked, width: 'medium' }),
  })}${asked === '' ? html`<p class="quiet">${districts.length.toLocaleString('en-US')} districts are named by the public files that are loaded.</p>` : foundList(ask.home, asked, found)}`,
})}`,
  });
}

function foundList(home: string, asked: string, found: readonly District[]): Content {
  if (found.length === 0) {
    return emptyState({
      title: `No district is called “${asked}”`,
      body: 'Try a part of the name, such as “Sacramento”, or the county.',
    });
  }
  return html`<ul class="plain">${found
    .slice(0, mostShown)
    .map(
      (district) =>
        html`<li><a href="${districtPath(home, district.cds)}">${district.name}</a>${district.county ? html` <span class="quiet">${district.county} County</span>` : ''}</li>`,
    )}</ul>${found.length > mostShown ? html`<p class="quiet">And ${found.length - mostShown} more: write more of the name.</p>` : ''}`;
}
