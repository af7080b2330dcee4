import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { type Party, type PartnershipMember, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Holding, partOf } from './holding.ts';
import { holdingItem } from './holdingItems.page.ts';
import { selectHoldings } from './holdings.store.ts';
import { parseLeavingDraft } from './leavingDraft.ts';
import { selectLeavings } from './leavings.store.ts';
import { cannotLeave, cannotLeaveSentence, mayStartLeaving } from './mayLeave.ts';
import { startLeaving } from './startLeaving.store.ts';
import {
  askerOf,
  handoverPath,
  peopleTrail,
  respondNotTheirs,
  withNamedMember,
} from './successionPlace.page.ts';

const path = '/partnerships/:partnership/people/:person/leave';

/** Somebody leaves on a day: first what is theirs, then who takes over. Nothing moves before the next page. */
export const leaveFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withFound(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  { method: 'post', path, access: 'members', answer: (ask) => withFound(ask, (found) => leave(ask, found)) },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly leaver: PartnershipMember;
  readonly members: readonly PartnershipMember[];
  readonly parties: readonly Party[];
  readonly holdings: readonly Holding[];
};

function withFound(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  return withNamedMember(
    ask,
    async (view, { personId }) => ({
      holdings: await selectHoldings(view),
      parties: await selectParties(view),
      open: (await selectLeavings(view)).find(
        (one) => one.personId === personId && !one.endedAt && !one.calledOffAt,
      ),
    }),
    async (leaver, members, { holdings, parties, open }) => {
      if (!mayStartLeaving(askerOf(ask), leaver))
        return respondNotTheirs(
          ask,
          `${leaver.name} and their role`,
          `Only ${leaver.name}, the coordinator of their district and the facilitator can say that they leave.`,
        );
      if (open) return ask.context.redirect(handoverPath(ask.home, open.id), 303);
      return answer({ leaver, members, parties, holdings: holdings.filter((one) => partOf(one, leaver)) });
    },
  );
}

function respondForm(ask: MemberAsk, found: Found, written: Written, errors: FieldErrors): Promise<Response> {
  const { leaver, members, parties, holdings } = found;
  const today = calendarDay(ask.hub.now());
  const reason = cannotLeave(leaver, members);
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  const owned = holdings.filter((one) => partOf(one, leaver) === 'owner').length;
  return ask.respond({
    title: `${leaver.name} leaves`,
    section: 'people',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `${leaver.name} leaves`,
      lead: 'Say the last day and who takes over. What they hand over is kept as it is today, and you then pass each thing on.',
      trail: peopleTrail(ask.home, { label: `${leaver.name} leaves` }),
    })}${
      reason
        ? callout({
            kind: 'warning',
            title: 'Their membership cannot end yet.',
            body: `${cannotLeaveSentence(reason, leaver.name)} The handover can begin all the same.`,
          })
        : ''
    }${card({
      body: form({
        action: `${ask.home}/people/${leaver.personId}/leave`,
        csrfToken: ask.person.csrfToken,
        submit: 'Begin the handover',
        second: linkButton({ label: 'Back to the people', href: `${ask.home}/people`, tone: 'quiet' }),
        errors: [...errors].map(([name, message]) => ({ field: name, message })),
        body: html`${textField({ ...field('leavesOn'), label: 'Last day', type: 'date', hint: 'Their membership and sign-in end after it, or earlier by one press.', min: today })}${selectField(
          {
            ...field('successor'),
            label: 'Who takes over',
            hint: 'Somebody who is in the partnership already. A new person is added by the operator first.',
            optional: true,
            empty: 'Nobody yet',
            options: successorsOf(found).map(({ personId, name }) => ({ value: personId, label: name })),
          },
        )}${textArea({ ...field('words'), label: 'What the others should know', rows: 2, optional: true })}`,
      }),
    })}${section({
      title: owned === 0 ? 'Nothing is theirs' : `What is theirs: ${owned}`,
      id: 'theirs',
      lead:
        holdings.length === 0 ? 'No open commitment, engagement, need, test or ask names them.' : undefined,
      body:
        holdings.length === 0
          ? ''
          : card({
              body: itemList(
                holdings.map((holding) =>
                  holdingItem(holding, {
                    home: ask.home,
                    parties,
                    today,
                    note: (one) =>
                      partOf(one, leaver) === 'deputy'
                        ? `As deputy of ${one.owner?.name ?? 'nobody'}`
                        : undefined,
                  }),
                ),
              ),
            }),
    })}`,
  });
}

function successorsOf({ leaver, members }: Found): PartnershipMember[] {
  return members.filter((one) => one.personId !== leaver.personId && one.districtId === leaver.districtId);
}

async function leave(ask: MemberAsk, found: Found): Promise<Response> {
  const now = ask.hub.now();
  const successors = successorsOf(found);
  const parsed = parseLeavingDraft(ask.form, {
    successorIds: successors.map(({ personId }) => personId),
    today: calendarDay(now),
  });
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  const { leavesOn, successorId, words } = parsed.value;
  const successor = successors.find(({ personId }) => personId === successorId) ?? null;
  const { baseUrl } = ask.hub.config;
  const telling = {
    addressOf: (id: string) => baseUrl + handoverPath(ask.home, id),
    lastDay: formatDate(leavesOn),
  };
  const started = await asMember(ask.hub.database, ask.member, (view) =>
    startLeaving(view, { leaver: found.leaver, leavesOn, successor, words }, telling, now),
  );
  // Somebody else has said so first: their page shows what they said.
  if (!started.done) return withFound(ask, (fresh) => respondForm(ask, fresh, ask.form, new Map()));
  return ask.context.redirect(handoverPath(ask.home, started.id), 303);
}
