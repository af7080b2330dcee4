import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { type FocusArea, focusAreas } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { termsAhead } from './capacity.page.ts';
import {
  insertCapacity,
  type Offer,
  type OfferVersion,
  selectOffers,
  selectOfferVersions,
} from './capacity.store.ts';
import { parseCapacityDraft } from './capacityDraft.ts';
import { amountText } from './capacityWords.ts';
import { outsideChoice } from './contactDraft.ts';
import { contactFields } from './contactFields.page.ts';
import { matchingTrail, respondNotOwn } from './matchingPlace.page.ts';
import { needRoles } from './mayWorkOnNeeds.ts';
import { lastDayOf, parseTermKey, type Term, termKey, termName, termOn, termsFrom } from './term.ts';

const path = '/partnerships/:partnership/matching/capacity/change';

/** Offering capacity of one's own district in a focus area and term, and changing the offer: each a version. */
export const capacityFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: needRoles,
    answer: (ask) => withOffer(ask, (found) => respondForm(ask, found, standing(ask, found), new Map())),
  },
  {
    method: 'post',
    path,
    access: needRoles,
    answer: (ask) => withOffer(ask, (found) => writeOffer(ask, found)),
  },
];

type Found = {
  readonly party: Party;
  readonly area: FocusArea;
  readonly term: Term;
  readonly offer: Offer | undefined;
  readonly versions: readonly OfferVersion[];
  readonly members: readonly PartnershipMember[];
};

async function withOffer(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const { context, hub, member } = ask;
  const area = focusAreas.find(({ id }) => id === context.req.query('area'));
  const term = parseTermKey(context.req.query('term') ?? '');
  const ahead = termsFrom(termOn(hub.now()), termsAhead).map(termKey);
  const read = await asMember(hub.database, member, async (view) => {
    const party = (await selectParties(view)).find(({ districtId }) => districtId === member.districtId);
    if (!party || !area || !term) return { party };
    const place = { districtId: party.districtId, focusArea: area.id, term };
    return {
      party,
      offer: (await selectOffers(view, place)).find((one) => termKey(one.term) === termKey(term)),
      versions: await selectOfferVersions(view, place),
      members: (await selectMembers(view)).filter((one) => one.districtId === party.districtId),
    };
  });
  if (!read.party)
    return respondNotOwn(ask, undefined, {
      title: 'Capacity belongs to a district',
      sentence: 'Capacity is offered by somebody of the district that gives it.',
      back: `${ask.home}/matching/capacity`,
    });
  const { party, offer, versions, members } = read;
  if (!area || !term || !versions || !members || !ahead.includes(termKey(term)))
    return notFound(ask, 'There is no such focus area, or the term is not one that can be offered.');
  return answer({ party, area, term, offer, versions, members });
}

/** What the form starts from: the offer that stands, or nothing but the person who fills it in. */
function standing(ask: MemberAsk, { offer, term }: Found): Readonly<Record<string, string>> {
  if (!offer) return { person: ask.member.personId, until: lastDayOf(term) };
  const { contact } = offer;
  return {
    visits: String(offer.offered.visits),
    hours: String(offer.offered.hours),
    person: contact.personId ?? outsideChoice,
    personName: contact.personId ? '' : contact.name,
    personEmail: contact.personId ? '' : contact.email,
    until: offer.until,
    words: offer.words ?? '',
  };
}

function respondForm(
  ask: MemberAsk,
  { party, area, term, offer, versions, members }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const conflict = errors.get('version');
  const used = offer && offer.used.visits + offer.used.hours > 0 ? amountText(offer.used) : '';
  return ask.respond({
    title: `Capacity: ${area.name}, ${termName(term)}`,
    section: 'matching',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `What ${party.shortName} can give`,
      eyebrow: `${area.name}, ${termName(term)}`,
      lead: 'Less than you could is better than more than you can: what stands here is what others will ask for.',
      trail: matchingTrail(
        ask.home,
        { label: 'Capacity', href: `${ask.home}/matching/capacity` },
        { label: `${area.name}, ${termName(term)}` },
      ),
      meta: used ? `Asked for or accepted already: ${used}` : undefined,
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${card({
      body: form({
        action: `${ask.home}/matching/capacity/change?area=${area.id}&term=${termKey(term)}`,
        csrfToken: ask.person.csrfToken,
        submit: offer ? 'Change the offer' : 'Offer it',
        second: linkButton({ label: 'Leave it', href: `${ask.home}/matching/capacity`, tone: 'quiet' }),
        errors: [...errors]
          .filter(([field]) => field !== 'version')
          .map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(offer?.version ?? 0)}"><div class="field-row" role="group" aria-label="How much">${textField(
          {
            id: 'visits',
            name: 'visits',
            label: 'Visits we can host',
            type: 'number',
            unit: 'visits',
            error: errors.get('visits'),
            value: written.visits ?? '0',
          },
        )}${textField({
          id: 'hours',
          name: 'hours',
          label: 'Hours for calls',
          type: 'number',
          unit: 'hours',
          error: errors.get('hours'),
          value: written.hours ?? '0',
        })}</div>${contactFields({
          label: 'The person to ask',
          hint: 'Asks go to them by mail. They need no account: a coordinator can answer for them.',
          members,
          written,
          errors,
        })}${textField({
          id: 'until',
          name: 'until',
          label: 'Others may ask until',
          type: 'date',
          max: lastDayOf(term),
          error: errors.get('until'),
          value: written.until,
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'What others should know',
          hint: 'What can be seen, when it suits, what you would like to hear in return.',
          rows: 2,
          optional: true,
          error: errors.get('words'),
          value: written.words,
        })}`,
      }),
    })}${versions.length > 0 ? card({ title: 'How it changed', body: versionTable(versions) }) : ''}`,
  });
}

function versionTable(versions: readonly OfferVersion[]) {
  return table<OfferVersion>({
    caption: 'Versions of the offer, newest first',
    captionHidden: true,
    columns: [
      { header: 'Offered', kind: 'header', cell: (version) => amountText(version) },
      { header: 'Person', cell: ({ contactName }) => contactName },
      { header: 'Until', cell: ({ until }) => formatDate(until) },
      { header: 'Words', cell: ({ words }) => words },
      { header: 'By whom', cell: ({ madeBy, madeAt }) => `${madeBy}, ${formatMoment(madeAt)}` },
    ],
    rows: versions,
  });
}

async function writeOffer(ask: MemberAsk, found: Found): Promise<Response> {
  const { party, area, term, offer, members } = found;
  const now = ask.hub.now();
  const parsed = parseCapacityDraft(ask.form, {
    term,
    memberIds: members.map(({ personId }) => personId),
    used: offer?.used ?? { visits: 0, hours: 0 },
    today: now.toISOString().slice(0, 10),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const place = { districtId: party.districtId, focusArea: area.id, term };
  const basedOn = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertCapacity(view, place, basedOn, parsed.value, now),
  );
  if (written.done) return ask.context.redirect(`${ask.home}/matching/capacity`, 303);
  return withOffer(ask, (meanwhile) => {
    const who = meanwhile.versions[0];
    const message =
      written.reason === 'changed meanwhile'
        ? `${who ? `${who.madeBy} has` : 'Somebody else has'} changed this offer while you were writing${who ? ` to ${amountText(who)}` : ''}. Yours is still below: look at both, then send again.`
        : 'Somebody has asked for more meanwhile than this offer would hold: look at what is asked for, then send again.';
    return respondForm(ask, meanwhile, ask.form, new Map([['version', message]]));
  });
}
