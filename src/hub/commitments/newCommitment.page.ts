import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts, workTrail } from '../work/workPlace.page.ts';
import { parseCommitmentDraft } from './commitmentDraft.ts';
import { givenMails } from './commitmentMails.page.ts';
import { commitmentPath } from './commitmentPath.ts';
import { insertCommitment } from './commitments.store.ts';
import { readWorkContext, type WorkContext } from './commitmentsReading.store.ts';
import { promisingRoles } from './mayActOnCommitment.ts';
import { personFields } from './personFields.page.ts';

const path = '/partnerships/:partnership/work/commitments/new';

/** Promising something for one's own district. */
export const newCommitmentPages: Route[] = [
  {
    method: 'get',
    path,
    access: promisingRoles,
    answer: (ask) =>
      withOwnDistrict(ask, (found) => {
        const { personId } = ask.member;
        const engagement = ask.context.req.query('engagement') ?? '';
        return respondForm(ask, found, { owner: personId, engagement }, new Map());
      }),
  },
  {
    method: 'post',
    path,
    access: promisingRoles,
    answer: (ask) => withOwnDistrict(ask, (found) => promise(ask, found)),
  },
];

type Found = WorkContext & { readonly party: Party };

async function withOwnDistrict(
  ask: MemberAsk,
  answer: (found: Found) => Promise<Response>,
): Promise<Response> {
  const context = await asMember(ask.hub.database, ask.member, readWorkContext);
  const party = context.parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (party) return answer({ ...context, party });
  return ask.respond({
    title: 'A commitment belongs to a district',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'A commitment belongs to a district' })}${callout({
      kind: 'refusal',
      title: 'Only people of a district promise something for it.',
      body: html`<a href="${`${ask.home}/work/commitments`}">See what both sides promised</a>.`,
    })}`,
  });
}

async function promise(ask: MemberAsk, found: Found): Promise<Response> {
  const { party, parties, members, engagements, benchmarks } = found;
  const at = ask.hub.now();
  const parsed = parseCommitmentDraft(ask.form, {
    members: members.filter(({ districtId }) => districtId === party.districtId),
    engagementIds: engagements.map(({ id }) => id),
    benchmarkIds: benchmarks.map(({ id }) => id),
    contactIds: [],
    today: calendarDay(at),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const { districtId } = party;
  const { baseUrl, replyAddress } = ask.hub.config;
  const context = { baseUrl, replyAddress, parties, members };
  const id = await asMember(ask.hub.database, ask.member, (view) =>
    insertCommitment(
      view,
      districtId,
      parsed.value,
      (made) => givenMails(view, { ...parsed.value, id: made, districtId }, context, at),
      at,
    ),
  );
  return ask.context.redirect(commitmentPath(ask.home, id), 303);
}

function respondForm(
  ask: MemberAsk,
  { party, members, engagements, benchmarks }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const people = members.filter(({ districtId }) => districtId === party.districtId);
  const about = { members: people, written, errors };
  const list = `${ask.home}/work/commitments`;
  const hasMore = ['deputy', 'deputyName', 'deputyEmail', 'benchmark'].some(
    (field) => errors.has(field) || Boolean(written[field]),
  );
  return ask.respond({
    title: 'Promise something',
    section: 'work',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `${party.shortName} promises`,
      lead: 'Words, a person and a day. Both districts see it; whoever owns it is told by mail.',
      trail: workTrail(ask.home, { label: 'Commitments', href: list }, { label: 'New' }),
    })}${workParts(ask.home, 'commitments')}${card({
      body: form({
        action: `${list}/new`,
        csrfToken: ask.person.csrfToken,
        submit: 'Promise it',
        second: linkButton({ label: 'Cancel', href: list, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${textArea({
          id: 'what',
          name: 'what',
          label: 'What is promised',
          hint: 'One thing, so that it can be done or not: “Send the pacing guide for grade 9”.',
          rows: 2,
          value: written.what,
          error: errors.get('what'),
        })}${textField({
          id: 'due',
          name: 'due',
          label: 'Due on',
          type: 'date',
          min: calendarDay(ask.hub.now()),
          value: written.due,
          error: errors.get('due'),
        })}${personFields({ ...about, prefix: 'owner', label: 'Who does it' })}${selectField({
          id: 'engagement',
          name: 'engagement',
          label: 'For which engagement',
          optional: true,
          empty: 'None in particular',
          value: written.engagement,
          error: errors.get('engagement'),
          options: engagements
            .filter(({ state }) => state !== 'closed')
            .map(({ id, title }) => ({ value: id, label: title })),
        })}${details({
          summary: 'Deputy and benchmark',
          open: hasMore,
          body: html`${personFields({
            ...about,
            prefix: 'deputy',
            label: 'Who stands in',
            optional: true,
          })}${selectField({
            id: 'benchmark',
            name: 'benchmark',
            label: 'For which benchmark',
            optional: true,
            empty: 'None in particular',
            value: written.benchmark,
            error: errors.get('benchmark'),
            options: benchmarks.map(({ id, name }) => ({ value: id, label: name })),
          })}`,
        })}`,
      }),
    })}`,
  });
}
