import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { table } from '../../page/table.ts';
import type { EngagementPartner } from './engagement.ts';
import type { Standpoint } from './engagementHead.page.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import type { JointAsk } from './jointAsks.store.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { partnerAnswers } from './partnerAnswers.ts';
import { partnerKindName } from './partnerKinds.ts';
import type { SecuredResource } from './securedResources.store.ts';
import { engagementPath, partnerPath } from './workPlace.page.ts';

/** Collective work: what both ask, who is asked and what they bring, and what is secured. */
export function externalPart(reading: EngagementReading, standpoint: Standpoint): Content {
  const { engagement } = reading;
  const path = engagementPath(standpoint.home, engagement.id);
  const isOpen = standpoint.mayAct && engagement.state === 'agreed';
  return html`${askCard(reading, path, isOpen)}${partnersCard(reading, standpoint, path)}${securedCard(reading, path, isOpen)}`;
}

function askCard(
  { jointAsks, parties, engagement }: EngagementReading,
  path: string,
  isOpen: boolean,
): Content {
  const [newest, ...before] = jointAsks;
  const nameOf = (id: string) => parties.find(({ districtId }) => districtId === id)?.shortName ?? '';
  const partner = (id: string) => engagement.partners.find((one) => one.id === id)?.name ?? 'A partner';
  return card({
    title: 'What we ask together',
    id: 'joint-ask',
    badges: newest ? askBadge(newest, engagement.parties.length) : undefined,
    body: newest
      ? html`${newest.wording.split(/\r\n|\r|\n/).map((line) => html`<p>${line}</p>`)}<p class="meta">Wording ${newest.version}, agreed to by ${newest.agreements.map(({ districtId, madeBy }) => `${nameOf(districtId)} (${madeBy})`).join(' and ')}.</p>${itemList(
          newest.answers.map(({ partnerId, answer, answeredOn, words }) => ({
            title: `${partner(partnerId)}: ${partnerAnswers.find(({ id }) => id === answer)?.name ?? answer}`,
            body: words ?? undefined,
            meta: formatDate(answeredOn),
          })),
        )}${before.map((ask) => details({ summary: `Wording ${ask.version}${ask.sentOn ? `, sent on ${formatDate(ask.sentOn)}` : ''}`, body: html`<p>${ask.wording}</p>` }))}`
      : html`<p class="quiet">Not worded yet. Both districts agree to the wording before anything is sent.</p>`,
    footer: isOpen
      ? html`<p class="actions">${linkButton({ label: newest ? 'Word it anew' : 'Word the joint ask', href: `${path}/wording` })}${
          newest?.sentOn ? linkButton({ label: 'Write down an answer', href: `${path}/answer` }) : ''
        }</p>`
      : undefined,
  });
}

function askBadge({ sentOn, agreements }: JointAsk, parties: number): Content {
  if (sentOn) return badge('info', `Sent on ${formatDate(sentOn)}`);
  return agreements.length < parties
    ? badge('proposed', 'One district has agreed')
    : badge('agreed', 'Agreed by both');
}

function partnersCard(
  { engagement }: EngagementReading,
  { home, mayAct }: Standpoint,
  path: string,
): Content {
  return card({
    title: 'External partners',
    id: 'partners',
    body: itemList(
      engagement.partners.map((partner) => ({
        title: partner.name,
        href: partnerPath(home, partner.id),
        body: partnerText(partner),
        meta: partnerKindName(partner.kind),
      })),
    ),
    footer:
      mayAct && ['agreed', 'suspended'].includes(engagement.state)
        ? html`<p class="actions">${linkButton({ label: 'Say what each brings', href: `${path}/brings` })}</p>`
        : undefined,
  });
}

function partnerText({ brings, exclusivity }: EngagementPartner): Content {
  return html`${brings ? html`Brings: ${brings}` : html`<span class="quiet">What it brings is not said yet.</span>`}${
    exclusivity ? html`<br>Exclusive: ${exclusivity}` : ''
  }`;
}

function securedCard({ secured, engagement }: EngagementReading, path: string, isOpen: boolean): Content {
  const { securedCents } = engagement.progress;
  return card({
    title: 'What is secured',
    id: 'secured',
    badges: securedCents > 0 ? badge('agreed', formatMoney(securedCents)) : undefined,
    body: securedTable(secured, (one) =>
      isOpen
        ? html`<a href="${`${path}/withdraw?about=${one.id}`}">Withdraw<span class="visually-hidden"> ${one.what}</span></a>`
        : '',
    ),
    footer: isOpen
      ? html`<p class="actions">${linkButton({ label: 'Write down what is secured', href: `${path}/secure` })}</p>`
      : undefined,
  });
}

/** What partners give, withdrawn entries with their reason. */
export function securedTable(
  secured: readonly SecuredResource[],
  action: (secured: SecuredResource) => Content,
): Content {
  return table<SecuredResource>({
    caption: 'What is secured',
    captionHidden: true,
    columns: [
      {
        header: 'What',
        kind: 'header',
        cell: ({ what, words, withdrawnWords }) =>
          html`${withdrawnWords ? html`<s>${what}</s>` : what}${words ? html`<br><span class="quiet">${words}</span>` : ''}${
            withdrawnWords ? html`<br>Withdrawn: ${withdrawnWords}` : ''
          }`,
      },
      {
        header: 'How much',
        cell: ({ amountCents, inKind }) => (amountCents === null ? (inKind ?? '') : formatMoney(amountCents)),
      },
      { header: 'From', cell: ({ partner }) => partner },
      {
        header: 'For',
        cell: ({ startsOn, endsOn }) => `${formatDate(startsOn)} to ${formatDate(endsOn)}`,
      },
      { header: 'Secured on', cell: ({ securedOn }) => formatDate(securedOn) },
      { header: 'Change', cell: (one) => (one.withdrawnAt ? '' : action(one)) },
    ],
    rows: secured,
    empty: 'Nothing is secured yet.',
  });
}
