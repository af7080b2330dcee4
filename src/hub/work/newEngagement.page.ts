import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { type ModeId, modes } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { type Ask, selectOptionalAsk } from '../needs/asks.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { beginEngagement } from './beginEngagement.store.ts';
import { type EngagementChoices, readEngagementChoices } from './engagementChoices.store.ts';
import { parseNewEngagement } from './engagementDraft.ts';
import { engagementFields } from './engagementFields.page.ts';
import { workRoles } from './mayWork.ts';
import { engagementPath, workTrail } from './workPlace.page.ts';

const path = '/partnerships/:partnership/work/engagements/new';

/** Beginning work: its mode first, then what it is. */
export const newEngagementPages: Route[] = [
  {
    method: 'get',
    path,
    access: workRoles,
    answer: (ask) => withBeginning(ask, (one) => respondForm(ask, one)),
  },
  { method: 'post', path, access: workRoles, answer: (ask) => withBeginning(ask, (one) => begin(ask, one)) },
];

/** What a new engagement stands on; `from` is the accepted ask it grows from. */
type Beginning = {
  readonly mode: ModeId;
  readonly choices: EngagementChoices;
  readonly own: Party;
  readonly others: readonly Party[];
  readonly from: Ask | undefined;
  readonly today: string;
};

async function withBeginning(
  ask: MemberAsk,
  answer: (beginning: Beginning) => Promise<Response>,
): Promise<Response> {
  const askId = ask.context.req.query('ask');
  const { choices, from } = await asMember(ask.hub.database, ask.member, async (view) => ({
    choices: await readEngagementChoices(view),
    from: isId(askId) ? await selectOptionalAsk(view, askId) : undefined,
  }));
  const { parties } = choices;
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  const others = parties.filter(({ districtId }) => districtId !== ask.member.districtId);
  if (!own || others.length === 0)
    return refuse(ask, 'Work is begun by the people of a district, for their own.');
  if (askId !== undefined && (from?.state !== 'accepted' || !isBetween(from, own)))
    return refuse(ask, 'Work grows from an ask of your district, or to it, that was answered with yes.');
  const mode = from ? 'assistance' : modes.find(({ id }) => id === ask.context.req.query('mode'))?.id;
  if (!mode) return respondModes(ask);
  return answer({ mode, choices, own, others, from, today: calendarDay(ask.hub.now()) });
}

function isBetween(made: Ask, { districtId }: Party): boolean {
  return made.districtId === districtId || made.askingId === districtId;
}

function refuse(ask: MemberAsk, sentence: string): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Not yours to do' })}${callout({
      kind: 'refusal',
      title: sentence,
      body: html`<a href="${`${ask.home}/work`}">Go back to the work</a>.`,
    })}`,
  });
}

const whenToChoose: Readonly<Record<ModeId, string>> = {
  assistance: 'One of you is ahead here, and the other wants to get there.',
  joint: 'Both of you need it, and neither has it.',
  external: 'Both of you need what somebody outside can give.',
};

function respondModes(ask: MemberAsk): Promise<Response> {
  return ask.respond({
    title: 'Begin work',
    section: 'work',
    body: html`${pageHeading({
      title: 'How will you work together?',
      lead: 'Three modes, each with its own steps. Choose the one that fits; it stays for this piece of work.',
      trail: workTrail(ask.home, { label: 'Begin work' }),
    })}${columns(
      'three',
      modes.map(({ id, name, means }) =>
        card({
          title: name,
          level: 2,
          body: html`<p>${means}.</p><p class="quiet">${whenToChoose[id]}</p>`,
          footer: linkButton({
            label: `Begin ${id === 'assistance' ? 'assistance' : id === 'joint' ? 'joint development' : 'collective work'}`,
            href: `${ask.home}/work/engagements/new?${carried(ask, id)}`,
          }),
        }),
      ),
    )}`,
  });
}

/** The mode, with the benchmark, need or focus area that whoever came here began from. */
function carried(ask: MemberAsk, mode: ModeId): URLSearchParams {
  const { benchmark, need, area } = ask.context.req.query();
  return new URLSearchParams({
    mode,
    ...(benchmark && { benchmark }),
    ...(need && { need }),
    ...(area && { area }),
  });
}

function respondForm(
  ask: MemberAsk,
  beginning: Beginning,
  errors: FieldErrors = new Map(),
): Promise<Response> {
  const { mode, choices, own, others, from } = beginning;
  const isSent = Object.keys(ask.form).length > 0;
  const written = isSent ? ask.form : firstWords(ask, beginning);
  const name = modes.find(({ id }) => id === mode)?.name ?? '';
  const people = choices.members.filter(({ districtId }) => districtId === own.districtId);
  const needsPartner = mode === 'external' && choices.partners.length === 0;
  return ask.respond({
    title: `Begin work: ${name}`,
    section: 'work',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: from ? 'Begin the work that was asked for' : 'Begin work',
      eyebrow: name,
      lead: `${others.length === 1 ? others[0]?.shortName : 'The other district'} is written to, and agrees to the plan or changes it. It is work of both from then on.`,
      trail: workTrail(ask.home, { label: 'Begin work' }),
    })}${
      needsPartner
        ? callout({
            kind: 'info',
            title: 'No external partner is registered yet.',
            body: html`<a href="${`${ask.home}/work/partners/new`}">Register the partner first</a>, then come back here.`,
          })
        : card({
            body: form({
              action: `${ask.home}/work/engagements/new?${from ? `ask=${from.id}` : `mode=${mode}`}`,
              csrfToken: ask.person.csrfToken,
              submit: 'Put it to the other district',
              second: linkButton({ label: 'Begin nothing now', href: `${ask.home}/work`, tone: 'quiet' }),
              errors: [...errors].map(([field, message]) => ({ field, message })),
              body: html`${from ? askedFor(beginning, from) : ''}${sideFields(beginning, written, errors)}${engagementFields(
                {
                  mode,
                  choices,
                  people,
                  own: own.shortName,
                  written,
                  errors,
                },
              )}`,
            }),
          })
    }`,
  });
}

function askedFor({ choices }: Beginning, from: Ask): Content {
  const name = (id: string) => choices.parties.find(({ districtId }) => districtId === id)?.shortName ?? '';
  return callout({
    kind: 'info',
    title: `${name(from.districtId)} helps ${name(from.askingId)}: ${from.need}`,
    body: html`${from.asker} asked: <q>${from.words}</q>`,
  });
}

function sideFields(
  { mode, own, others, from }: Beginning,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  if (from) return '';
  const [other] = others;
  const names = others.length === 1 ? (other?.shortName ?? '') : 'the other district';
  return html`${
    others.length > 1
      ? selectField({
          id: 'other',
          name: 'other',
          label: 'With which district',
          error: errors.get('other'),
          value: written.other,
          options: others.map(({ districtId, name }) => ({ value: districtId, label: name })),
        })
      : ''
  }${
    mode === 'assistance'
      ? radioGroup({
          id: 'side',
          name: 'side',
          label: 'Who helps whom',
          error: errors.get('side'),
          value: written.side,
          choices: [
            { value: 'give', label: `We give: ${own.shortName} helps ${names}` },
            { value: 'get', label: `We get: ${names} helps ${own.shortName}` },
          ],
        })
      : ''
  }`;
}

function firstWords(ask: MemberAsk, { from }: Beginning): Readonly<Record<string, string>> {
  const { benchmark, need, area } = ask.context.req.query();
  if (!from) return { benchmark: benchmark ?? '', need: need ?? '', focusArea: area ?? '' };
  return { focusArea: from.focusArea, need: from.needId, purpose: from.need };
}

async function begin(ask: MemberAsk, beginning: Beginning): Promise<Response> {
  const { mode, choices, own, others, from, today } = beginning;
  const otherId = from
    ? [from.districtId, from.askingId].find((id) => id !== own.districtId)
    : others.length === 1
      ? others[0]?.districtId
      : ask.form.other;
  const other = others.find(({ districtId }) => districtId === otherId);
  const parsed = parseNewEngagement(ask.form, {
    mode,
    members: choices.members.filter(({ districtId }) => districtId === own.districtId),
    needIds: choices.needs.map(({ id }) => id),
    benchmarkIds: choices.benchmarks.map(({ id }) => id),
    partnerIds: choices.partners.map(({ id }) => id),
    today,
    isSideKnown: from !== undefined,
  });
  const errors = new Map(parsed.ok ? [] : parsed.errors);
  if (!other) errors.set('other', 'Choose the district you work with.');
  if (!parsed.ok || !other || errors.size > 0) return respondForm(ask, beginning, errors);
  const weHelp = from ? from.districtId === own.districtId : parsed.value.weHelp;
  const begun = await asMember(ask.hub.database, ask.member, (view) =>
    beginEngagement(
      view,
      {
        mode,
        draft: { ...parsed.value, weHelp },
        own,
        otherId: other.districtId,
        askId: from?.id ?? null,
        members: choices.members,
        addressOf: (id) => `${ask.hub.config.baseUrl}${engagementPath(ask.home, id)}`,
      },
      ask.hub.now(),
    ),
  );
  if (begun.done) return ask.context.redirect(engagementPath(ask.home, begun.id), 303);
  return respondForm(
    ask,
    beginning,
    new Map([['title', 'Work has been begun from this ask already: look at the list of the work.']]),
  );
}
