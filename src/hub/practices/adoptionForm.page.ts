import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { parseAdoptionDraft } from './adoptionDraft.ts';
import { type Adoption, insertAdoption, selectAdoptions } from './adoptions.store.ts';
import { practiceRoles } from './mayShapePractices.ts';
import { placeOf, whereAndSince } from './practiceCards.page.ts';
import { practicePath, practiceTrail } from './practicePlace.page.ts';
import type { Practice } from './practices.store.ts';
import { changeKinds, practiceSettings } from './practiceWords.ts';
import { tickName } from './readField.ts';
import { withPracticeOnly } from './studyForm.page.ts';

const path = '/partnerships/:partnership/practices/:practice/adoptions/new';

/** A district takes up a practice: since when, where, and what it changes. */
export const adoptionFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: practiceRoles,
    answer: (ask) =>
      withFound(ask, (found) =>
        respondForm(ask, found, { from: ask.context.req.query('from') ?? '' }, new Map()),
      ),
  },
  {
    method: 'post',
    path,
    access: practiceRoles,
    answer: (ask) => withFound(ask, (found) => takeUp(ask, found)),
  },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly practice: Practice;
  readonly party: Party;
  readonly parties: readonly Party[];
  readonly adoptions: readonly Adoption[];
  readonly engagements: readonly Engagement[];
};

function withFound(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  return withPracticeOnly(ask, async (practice) => {
    const read = await asMember(ask.hub.database, ask.member, async (view) => ({
      parties: await selectParties(view),
      adoptions: await selectAdoptions(view, practice.id),
      engagements: await selectEngagements(view),
    }));
    const party = read.parties.find(({ districtId }) => districtId === ask.member.districtId);
    if (!party) throw new Error(`the district of ${ask.member.personId} is no party of the partnership`);
    return answer({ practice, party, ...read });
  });
}

function respondForm(ask: MemberAsk, found: Found, written: Written, errors: FieldErrors): Promise<Response> {
  const { practice, party } = found;
  const home = practicePath(ask.home, practice.id);
  return ask.respond({
    title: `Take it up: ${practice.name}`,
    section: 'practices',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `${party.shortName} takes it up`,
      lead: `${practice.name}, as version ${practice.version} describes it. What you change stays beside it, so that the next one can choose.`,
      trail: practiceTrail(ask.home, { label: practice.name, href: home }, { label: 'Take it up' }),
    })}${card({
      body: form({
        action: `${home}/adoptions/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Take it up',
        second: linkButton({ label: 'Back to the practice', href: home, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: fields(found, written, errors),
      }),
    })}`,
  });
}

function fields({ parties, adoptions, engagements }: Found, written: Written, errors: FieldErrors): Content {
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  return html`${
    adoptions.length > 0 || errors.has('from')
      ? selectField({
          ...field('from'),
          label: 'Whose way of doing it',
          optional: true,
          empty: 'As the practice is described',
          options: adoptions.map((one) => ({
            value: one.id,
            label: `${placeOf(parties, one)}’s: ${whereAndSince(one)}`,
          })),
        })
      : ''
  }${textField({ ...field('since'), label: 'Since', type: 'date', hint: 'The day it began, or will begin.' })}${selectField(
    {
      ...field('setting'),
      label: 'Where it is done',
      options: practiceSettings.map(({ id, name }) => ({ value: id, label: name })),
    },
  )}${textField({
    ...field('schools'),
    label: 'In how many schools',
    hint: 'Counted, never named. Empty for the whole district.',
    type: 'number',
    optional: true,
  })}${
    engagements.length > 0
      ? selectField({
          ...field('engagement'),
          label: 'In which engagement',
          optional: true,
          empty: 'None',
          options: engagements.map(({ id, title }) => ({ value: id, label: title })),
        })
      : ''
  }${checkboxGroup({
    id: 'change',
    name: 'change',
    label: 'What you change',
    hint: 'Tick nothing when you do it as it is described.',
    error: errors.get('change'),
    choices: changeKinds.map(({ id, name, hint }) => ({
      value: id,
      label: name,
      hint,
      name: tickName('change', id),
    })),
    values: changeKinds.map(({ id }) => id).filter((id) => written[tickName('change', id)] !== undefined),
  })}${textArea({ ...field('changed'), label: 'What is different', rows: 3, optional: true })}${textArea({ ...field('why'), label: 'Why', rows: 2, optional: true })}`;
}

async function takeUp(ask: MemberAsk, found: Found): Promise<Response> {
  const now = ask.hub.now();
  const parsed = parseAdoptionDraft(ask.form, {
    fromIds: found.adoptions.map(({ id }) => id),
    engagementIds: found.engagements.map(({ id }) => id),
    today: calendarDay(now),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const { practice, party } = found;
  await asMember(ask.hub.database, ask.member, (view) =>
    insertAdoption(view, practice, party.districtId, parsed.value, now),
  );
  return ask.context.redirect(`${practicePath(ask.home, practice.id)}#adoptions`, 303);
}
