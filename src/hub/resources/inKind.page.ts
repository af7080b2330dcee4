import { withResources } from './withResources.page.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { centsInForm } from './centsInForm.ts';
import { exchangeTable } from './exchangeTable.page.ts';
import { parseHourRate, parseInKindDraft } from './inKindDraft.ts';
import { type InKind, insertHourRate, insertInKind, withdrawInKind } from './inKind.store.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { readVersion } from './resourceFields.ts';
import { inKindKinds, nameIn } from './resourceKinds.ts';
import { resourceParts, resourcesTrail, respondNotYours } from './resourcesPlace.page.ts';
import type { ResourceReading } from './resourceReading.store.ts';
import { districtName } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/in-kind';

/** Hours and gifts in kind: what each district gave besides money. They inform and are never billed. */
export const inKindPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withResources(ask, (reading) => respondInKind(ask, reading, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: resourceRoles,
    answer: (ask) => withResources(ask, (reading) => writeInKind(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/rate`,
    access: resourceRoles,
    answer: (ask) => withResources(ask, (reading) => writeRate(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/:gift/withdraw`,
    access: resourceRoles,
    answer: (ask) => withResources(ask, (reading) => withdraw(ask, reading)),
  },
];

function respondInKind(
  ask: MemberAsk,
  reading: ResourceReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const own = reading.parties.find(({ districtId }) => districtId === ask.member.districtId);
  const may = own && mayChangeResource(ask.member, own.districtId);
  const conflict = errors.get('version');
  return ask.respond({
    title: 'Hours and gifts',
    section: 'resources',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Hours and gifts',
      lead: 'What each district gave besides money. It informs both sides; nobody bills anybody.',
      trail: resourcesTrail(ask.home, { label: 'Hours and gifts' }),
    })}${resourceParts(ask.home, 'in-kind')}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card(
      {
        body: exchangeTable(reading),
        footer: html`Hours come from <a href="${`${ask.home}/work/hours`}">shared hours</a>, where both sides confirm them.`,
      },
    )}${card({ title: 'Gifts in kind', body: giftTable(ask, reading) })}${
      may
        ? html`${card({ title: `Write down what ${own.shortName} gave`, body: giftForm(ask, reading, written, errors) })}${card({ title: `What an hour of ${own.shortName} is worth`, body: rateForm(ask, reading, own.districtId, written, errors) })}`
        : ''
    }${rateHistory(reading)}`,
  });
}

function giftTable(ask: MemberAsk, reading: ResourceReading): Content {
  return table<InKind>({
    caption: 'Gifts in kind, newest first',
    captionHidden: true,
    columns: [
      { header: 'What', kind: 'header', cell: ({ description }) => description },
      { header: 'Kind', cell: ({ kind }) => nameIn(inKindKinds, kind) },
      { header: 'Given by', cell: ({ districtId }) => districtName(reading, districtId) },
      { header: 'Day', cell: ({ day }) => formatDate(day) },
      {
        header: 'Worth',
        kind: 'number',
        cell: ({ valueCents }) => (valueCents === null ? 'Not valued' : formatMoney(valueCents)),
      },
      {
        header: 'Change',
        cell: (gift) =>
          mayChangeResource(ask.member, gift.districtId)
            ? form({
                action: `${ask.home}/resources/in-kind/${gift.id}/withdraw`,
                csrfToken: ask.person.csrfToken,
                submit: 'Take back',
                submitTone: 'quiet',
                inline: true,
                body: '',
              })
            : '',
      },
    ],
    rows: reading.inKind,
    empty: 'Nothing is written down yet: rooms, materials, travel that a district paid for the other.',
  });
}

function giftForm(
  ask: MemberAsk,
  reading: ResourceReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  return form({
    action: `${ask.home}/resources/in-kind`,
    csrfToken: ask.person.csrfToken,
    submit: 'Write it down',
    errors: [...errors]
      .filter(([field]) => !['version', 'rate', 'reason'].includes(field))
      .map(([field, message]) => ({ field, message })),
    body: html`${radioGroup({
      id: 'kind',
      name: 'kind',
      label: 'What was given',
      error: errors.get('kind'),
      value: written.kind,
      choices: inKindKinds.map(({ id, name }) => ({ value: id, label: name })),
    })}${textField({
      id: 'description',
      name: 'description',
      label: 'In your own words',
      error: errors.get('description'),
      value: written.description,
    })}<div class="field-row" role="group" aria-label="Day and worth">${textField({
      id: 'day',
      name: 'day',
      label: 'Day',
      type: 'date',
      error: errors.get('day'),
      value: written.day,
    })}${textField({
      id: 'value',
      name: 'value',
      label: 'Worth',
      hint: 'Empty is: not valued.',
      unit: 'dollars',
      width: 'short',
      optional: true,
      error: errors.get('value'),
      value: written.value,
    })}</div>${selectField({
      id: 'engagement',
      name: 'engagement',
      label: 'For which work',
      optional: true,
      empty: 'None in particular',
      error: errors.get('engagement'),
      value: written.engagement,
      options: reading.engagements.map(({ id, title }) => ({ value: id, label: title })),
    })}`,
  });
}

function rateForm(
  ask: MemberAsk,
  { rates }: ResourceReading,
  districtId: string,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  const standing = rates.find((rate) => rate.districtId === districtId);
  const cents = standing?.centsPerHour;
  return form({
    action: `${ask.home}/resources/in-kind/rate`,
    csrfToken: ask.person.csrfToken,
    submit: 'Set the rate',
    submitTone: 'second',
    errors: [...errors]
      .filter(([field]) => ['rate', 'reason'].includes(field))
      .map(([field, message]) => ({ field, message })),
    body: html`<input type="hidden" name="version" value="${String(standing?.version ?? 0)}">${textField({
      id: 'rate',
      name: 'rate',
      label: 'Dollars an hour',
      hint: 'Empty is: hours are not valued.',
      unit: 'dollars',
      width: 'short',
      optional: true,
      error: errors.get('rate'),
      value: written.rate ?? (cents ? centsInForm(cents) : undefined),
    })}${textField({
      id: 'reason',
      name: 'reason',
      label: 'How it is made',
      hint: 'Like: average salary and benefits of a coach, by 1,480 hours.',
      error: errors.get('reason'),
      value: written.reason ?? standing?.reason,
    })}`,
  });
}

function rateHistory(reading: ResourceReading): Content {
  if (reading.rates.length === 0) return '';
  return card({
    title: 'Rates in force',
    body: html`<ul>${reading.rates.map(
      ({ districtId, centsPerHour, reason, madeBy, madeAt }) =>
        html`<li>${districtName(reading, districtId)}: ${centsPerHour === null ? 'hours are not valued' : `${formatMoney(centsPerHour)} an hour`}. ${reason} <span class="quiet">${madeBy}, ${formatMoment(madeAt)}</span></li>`,
    )}</ul>`,
  });
}

async function writeInKind(ask: MemberAsk, reading: ResourceReading): Promise<Response> {
  const { districtId } = ask.member;
  if (!districtId) return respondNotYours(ask, `${ask.home}/resources/in-kind`);
  const engagementIds = reading.engagements.map(({ id }) => id);
  const parsed = parseInKindDraft(ask.form, { engagementIds, today: calendarDay(ask.hub.now()) });
  if (!parsed.ok) return respondInKind(ask, reading, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertInKind(view, districtId, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(`${ask.home}/resources/in-kind`, 303);
}

async function writeRate(ask: MemberAsk, reading: ResourceReading): Promise<Response> {
  const { districtId } = ask.member;
  if (!districtId) return respondNotYours(ask, `${ask.home}/resources/in-kind`);
  const parsed = parseHourRate(ask.form);
  if (!parsed.ok) return respondInKind(ask, reading, ask.form, parsed.errors);
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertHourRate(view, districtId, readVersion(ask.form), parsed.value, ask.hub.now()),
  );
  if (written.done) return ask.context.redirect(`${ask.home}/resources/in-kind`, 303);
  const message =
    'Somebody else set the rate while you were writing. Nothing of yours is lost: look at both, then send again.';
  return withResources(ask, (now) => respondInKind(ask, now, ask.form, new Map([['version', message]])));
}

async function withdraw(ask: MemberAsk, { inKind }: ResourceReading): Promise<Response> {
  const gift = inKind.find(({ id }) => id === ask.context.req.param('gift'));
  if (!gift) return notFound(ask, 'There is no such gift, or it was taken back already.');
  if (!mayChangeResource(ask.member, gift.districtId))
    return respondNotYours(ask, `${ask.home}/resources/in-kind`);
  await asMember(ask.hub.database, ask.member, (view) => withdrawInKind(view, gift, ask.hub.now()));
  return ask.context.redirect(`${ask.home}/resources/in-kind`, 303);
}
