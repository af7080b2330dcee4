import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { wantedText } from '../needs/askMail.ts';
import { termName } from '../needs/term.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts, workTrail } from '../work/workPlace.page.ts';
import { hourKinds } from './hourKinds.ts';
import { insertHours } from './hours.store.ts';
import { parseHoursDraft } from './hoursDraft.ts';
import { type HoursReading, readHours } from './hoursReading.store.ts';
import { hoursPath } from './hoursWords.page.ts';
import { hoursRoles } from './mayActOnCommitment.ts';
import { tellHours } from './tellHours.page.ts';

const path = '/partnerships/:partnership/work/hours/new';

/** Entering hours that the own district gave or got. */
export const newHoursPages: Route[] = [
  {
    method: 'get',
    path,
    access: hoursRoles,
    answer: (ask) =>
      withOwnDistrict(ask, (found) =>
        respondForm(
          ask,
          found,
          { day: calendarDay(ask.hub.now()), engagement: ask.context.req.query('engagement') ?? '' },
          new Map(),
        ),
      ),
  },
  {
    method: 'post',
    path,
    access: hoursRoles,
    answer: (ask) => withOwnDistrict(ask, (found) => enterHours(ask, found)),
  },
];

type Found = HoursReading & { readonly party: Party };

async function withOwnDistrict(
  ask: MemberAsk,
  answer: (found: Found) => Promise<Response>,
): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readHours);
  const party = reading.parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (party) return answer({ ...reading, party });
  return ask.respond({
    title: 'Hours belong to a district',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Hours belong to a district' })}${callout({
      kind: 'refusal',
      title: 'Only people of a district enter what it gave or got.',
      body: html`<a href="${`${ask.home}/work/hours`}">See the hours of both</a>.`,
    })}`,
  });
}

async function enterHours(ask: MemberAsk, found: Found): Promise<Response> {
  const { party, parties, members, engagements, asks } = found;
  const { baseUrl, replyAddress } = ask.hub.config;
  const at = ask.hub.now();
  const others = parties.filter((one) => one !== party);
  const parsed = parseHoursDraft(ask.form, {
    today: calendarDay(at),
    partnerIds: others.map(({ districtId }) => districtId),
    engagements,
    contactIds: [],
    askIds: asks.map(({ id }) => id),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const { isGiven, partnerId, ...hours } = parsed.value;
  const [givesId, receivesId] = isGiven ? [party.districtId, partnerId] : [partnerId, party.districtId];
  const id = await asMember(ask.hub.database, ask.member, async (view) => {
    const entry = { ...hours, givesId, receivesId, enteredId: party.districtId };
    const made = await insertHours(view, entry, at);
    await tellHours(view, [made], 'entered', { baseUrl, replyAddress, parties, members }, at);
    return made;
  });
  return ask.context.redirect(hoursPath(ask.home, id), 303);
}

function respondForm(
  ask: MemberAsk,
  { party, parties, engagements, asks }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const list = `${ask.home}/work/hours`;
  const others = parties.filter((one) => one !== party);
  const [partner] = others;
  const they = others.length === 1 && partner ? partner.shortName : 'The partner';
  return ask.respond({
    title: 'Enter hours',
    section: 'work',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Enter hours',
      lead: `${they} confirms them with one press; until then they count for nobody.`,
      trail: workTrail(ask.home, { label: 'Hours', href: list }, { label: 'Enter' }),
    })}${workParts(ask.home, 'hours')}${card({
      body: form({
        action: `${list}/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Enter the hours',
        second: linkButton({ label: 'Cancel', href: list, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${radioGroup({
          id: 'side',
          name: 'side',
          label: 'Whose time it was',
          value: written.side,
          error: errors.get('side'),
          choices: [
            { value: 'gave', label: `We gave ${they} our time` },
            { value: 'got', label: `We got ${they}’s time` },
          ],
        })}${
          others.length > 1
            ? selectField({
                id: 'partner',
                name: 'partner',
                label: 'The other district',
                value: written.partner,
                error: errors.get('partner'),
                options: others.map(({ districtId, name }) => ({ value: districtId, label: name })),
              })
            : ''
        }${amountFields(written, errors, calendarDay(ask.hub.now()))}${selectField({
          id: 'engagement',
          name: 'engagement',
          label: 'For which engagement',
          optional: true,
          empty: 'None in particular',
          value: written.engagement,
          error: errors.get('engagement'),
          options: engagements.map(({ id, title }) => ({ value: id, label: title })),
        })}${selectField({
          id: 'focusArea',
          name: 'focusArea',
          label: 'Focus area',
          hint: 'Needed only where no engagement is chosen.',
          optional: true,
          value: written.focusArea,
          error: errors.get('focusArea'),
          options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
        })}${
          asks.length > 0
            ? selectField({
                id: 'ask',
                name: 'ask',
                label: 'The ask they answer',
                optional: true,
                empty: 'None in particular',
                value: written.ask,
                error: errors.get('ask'),
                options: asks.map(({ id, need, wanted, term }) => ({
                  value: id,
                  label: `${wantedText(wanted)}, ${termName(term)}: ${need}`,
                })),
              })
            : ''
        }`,
      }),
    })}`,
  });
}

/** Day, hours, kind and a word: what is entered, and what is corrected. */
export function amountFields(
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  today: string,
): Content {
  return html`${textField({
    id: 'day',
    name: 'day',
    label: 'Day',
    type: 'date',
    max: today,
    value: written.day,
    error: errors.get('day'),
  })}${textField({
    id: 'hours',
    name: 'hours',
    label: 'Hours',
    hint: 'In quarters: 3, 1.5 or 0.25. People’s hours added up.',
    type: 'number',
    unit: 'hours',
    value: written.hours,
    error: errors.get('hours'),
  })}${radioGroup({
    id: 'kind',
    name: 'kind',
    label: 'Spent on',
    value: written.kind,
    error: errors.get('kind'),
    choices: hourKinds.map(({ id, name }) => ({ value: id, label: name })),
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'A word on it',
    rows: 2,
    optional: true,
    value: written.words,
    error: errors.get('words'),
  })}`;
}
