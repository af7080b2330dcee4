import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import { pilotResults } from './pilotResults.ts';
import type { Pilot, ProductVersion } from './products.store.ts';
import type { Standpoint } from './engagementHead.page.ts';
import { engagementPath } from './workPlace.page.ts';

/** What a joint development makes: its versions with the signatures under them, who uses which, and the pilots. */
export function jointPart(reading: EngagementReading, standpoint: Standpoint): Content {
  const { engagement, product } = reading;
  const path = engagementPath(standpoint.home, engagement.id);
  const isOpen = standpoint.mayAct && engagement.state === 'agreed';
  const isOver = engagement.state === 'closed';
  const hasVersion = product.versions.length > 0;
  return html`${card({
    title: `The product: ${engagement.product ?? ''}`,
    id: 'product',
    body: html`${table<ProductVersion>({
      caption: 'Versions of the product, newest first',
      captionHidden: true,
      columns: [
        { header: 'Version', kind: 'header', cell: ({ version }) => `Version ${version}` },
        {
          header: 'What is new in it',
          cell: ({ words, place }) =>
            html`${words}${place ? html`<br><span class="quiet">${place}</span>` : ''}`,
        },
        { header: 'Signed off', cell: ({ version }) => signatures(reading, version) },
        { header: 'In use', cell: ({ version }) => uses(reading, version) },
        { header: 'By whom', cell: ({ madeBy, madeAt }) => `${madeBy}, ${formatMoment(madeAt)}` },
      ],
      rows: product.versions,
      empty: isOver ? 'None was made.' : 'No version is there yet: put a first one forward, however rough.',
    })}${adaptations(reading)}`,
    footer: isOpen
      ? html`<p class="actions">${linkButton({ label: 'Put a version forward', href: `${path}/product` })}${
          hasVersion ? linkButton({ label: 'Say which version you use', href: `${path}/use` }) : ''
        }</p>`
      : undefined,
  })}${card({
    title: 'Pilots',
    id: 'pilots',
    body: table<Pilot>({
      caption: 'Pilots of the product',
      captionHidden: true,
      columns: [
        {
          header: 'Pilot',
          kind: 'header',
          cell: ({ name, version }) => html`${name}<br><span class="quiet">of version ${version}</span>`,
        },
        {
          header: 'Where',
          cell: ({ place, districtId }) =>
            html`${place}<br><span class="quiet">${nameOf(reading, districtId)}</span>`,
        },
        {
          header: 'When',
          cell: ({ startsOn, endsOn }) => `${formatDate(startsOn)} to ${formatDate(endsOn)}`,
        },
        { header: 'What came of it', cell: (pilot) => resultText(pilot, path, standpoint) },
      ],
      rows: product.pilots,
      empty: isOver ? 'None was held.' : 'None is planned yet.',
    }),
    footer:
      isOpen && hasVersion
        ? html`<p class="actions">${linkButton({ label: 'Plan a pilot', href: `${path}/pilot` })}</p>`
        : undefined,
  })}`;
}

function nameOf({ parties }: EngagementReading, districtId: string): string {
  return parties.find((party) => party.districtId === districtId)?.shortName ?? '';
}

function signatures(reading: EngagementReading, version: number): Content {
  const under = reading.product.signOffs.filter((one) => one.version === version);
  if (under.length === 0) return html`<span class="quiet">by nobody yet</span>`;
  const isJoint = under.length === reading.engagement.parties.length;
  return html`${isJoint ? badge('agreed', 'By both') : ''} ${under.map(
    ({ districtId, madeBy, madeAt }) =>
      html`<span>${isJoint ? '' : `${nameOf(reading, districtId)}: `}${madeBy}, ${formatDate(madeAt.toISOString().slice(0, 10))}</span><br>`,
  )}`;
}

function uses(reading: EngagementReading, version: number): Content {
  const names = reading.engagement.parties
    .filter(
      ({ districtId }) =>
        reading.product.uses.findLast((use) => use.districtId === districtId)?.version === version,
    )
    .map(({ districtId }) => nameOf(reading, districtId));
  return names.length > 0 ? names.join(' and ') : html`<span class="quiet">nowhere</span>`;
}

/** How each district has adapted what it uses. */
function adaptations(reading: EngagementReading): Content {
  return reading.engagement.parties.map(({ districtId }) => {
    const use = reading.product.uses.findLast((one) => one.districtId === districtId);
    return use?.adaptation
      ? html`<p><strong>${nameOf(reading, districtId)} has adapted version ${use.version}:</strong> ${use.adaptation}</p>`
      : '';
  });
}

function resultText(pilot: Pilot, path: string, { mayAct, districtId, today }: Standpoint): Content {
  if (pilot.result) {
    const name = pilotResults.find(({ id }) => id === pilot.result)?.name;
    return html`<strong>${name}.</strong> ${pilot.words}`;
  }
  const isOver = today > pilot.endsOn;
  const link =
    mayAct && districtId === pilot.districtId
      ? html`<a href="${`${path}/pilot-result?about=${pilot.id}`}">Say what came of it<span class="visually-hidden">: ${pilot.name}</span></a>`
      : '';
  return html`${isOver ? html`${badge('attention', 'Over, not told yet')} ` : html`<span class="quiet">${today < pilot.startsOn ? 'planned' : 'under way'}</span> `}${link}`;
}
