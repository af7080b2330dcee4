import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts, workTrail } from '../work/workPlace.page.ts';
import { commitmentItems, type ShownCommitments } from './commitmentItems.page.ts';
import { commitmentStanding, orderCommitments } from './commitmentStanding.ts';
import type { Commitment } from './commitments.store.ts';
import { type CommitmentsReading, readCommitments } from './commitmentsReading.store.ts';
import { isOwnedBy, mayPromise } from './mayActOnCommitment.ts';
import { sidesOf } from './sides.ts';

/** What each side promised the other. */
export const commitmentListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/commitments',
    access: 'members',
    answer: commitmentListPage,
  },
];

const states = [
  { value: 'any', label: 'Open ones first' },
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'due soon', label: 'Due within 7 days' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
] as const;

type Filter = { readonly person: string; readonly engagement: string; readonly state: string };

async function commitmentListPage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readCommitments);
  const today = calendarDay(ask.hub.now());
  const { home, member, person } = ask;
  const query = (name: string) => {
    const value = ask.context.req.query(name) ?? '';
    return value === 'any' ? '' : value;
  };
  const filter = { person: query('person'), engagement: query('engagement'), state: query('state') };
  const isMine = (one: Commitment) => isOwnedBy(one, member.personId);
  const chosen = orderCommitments(
    reading.commitments.filter((one) => isChosen(one, filter, today)),
    isMine,
    today,
  );
  const { engagements } = reading;
  const shown: ShownCommitments = { home, member, today, csrfToken: person.csrfToken, engagements };
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return ask.respond({
    title: 'Commitments',
    section: 'work',
    body: html`${pageHeading({
      title: 'What we promised each other',
      lead: leadOf(reading.commitments, member.districtId, today),
      trail: workTrail(home, { label: 'Commitments' }),
      actions: mayPromise(member)
        ? linkButton({ label: 'Promise something', href: `${home}/work/commitments/new`, tone: 'main' })
        : undefined,
    })}${workParts(home, 'commitments')}${
      reading.commitments.length === 0
        ? nothingYet(ask)
        : html`${filterForm(home, reading, filter, isFiltered)}${columns(
            'two',
            sidesOf(reading.parties, member.districtId).map(({ party, promised }) =>
              sideCard(
                promised,
                chosen.filter((one) => one.districtId === party.districtId),
                shown,
                filter.state,
              ),
            ),
          )}`
    }`,
  });
}

function isChosen(commitment: Commitment, { person, engagement, state }: Filter, today: string): boolean {
  const standing = commitmentStanding(commitment, today);
  return (
    (person === '' || isOwnedBy(commitment, person) || commitment.owner.email === person) &&
    (engagement === '' || commitment.engagementId === engagement) &&
    (state === '' || standing === state || (state === 'open' && commitment.state === 'open'))
  );
}

/** `We have 4 open commitments, 1 of them overdue; they have 3, none overdue.` */
function leadOf(commitments: readonly Commitment[], ownId: string | null, today: string): string {
  const of = (isOwn: boolean) =>
    commitments.filter((one) => (one.districtId === ownId) === isOwn && one.state === 'open');
  const late = (some: readonly Commitment[]) => {
    const n = some.filter((one) => commitmentStanding(one, today) === 'overdue').length;
    return n === 0 ? 'none overdue' : `${n} overdue`;
  };
  if (ownId === null) {
    const all = of(false);
    return `${counted(all.length)} open on both sides, ${late(all)}.`;
  }
  const [ours, theirs] = [of(true), of(false)];
  return `We have ${counted(ours.length)} open, ${late(ours)}. They have ${theirs.length}, ${late(theirs)}.`;
}

function counted(n: number): string {
  return n === 1 ? '1 commitment' : `${n} commitments`;
}

function sideCard(
  title: string,
  commitments: readonly Commitment[],
  shown: ShownCommitments,
  state: string,
): Html {
  const open = commitments.filter((one) => one.state === 'open');
  const over = commitments.filter((one) => one.state !== 'open');
  const isOverOnly = state === 'done' || state === 'dropped';
  return card({
    title,
    body: html`${
      open.length > 0
        ? commitmentItems(open, shown)
        : isOverOnly
          ? ''
          : html`<p class="quiet">Nothing is open here.</p>`
    }${
      over.length === 0
        ? isOverOnly
          ? html`<p class="quiet">None.</p>`
          : ''
        : isOverOnly
          ? commitmentItems(over, shown)
          : details({
              summary: `${over.length} done or dropped`,
              body: commitmentItems(over, shown),
            })
    }`,
  });
}

function filterForm(home: string, reading: CommitmentsReading, filter: Filter, isFiltered: boolean): Content {
  const owners = new Map(
    reading.commitments.flatMap(({ owner, deputy }) =>
      [owner, ...(deputy ? [deputy] : [])].map((one) => [one.personId ?? one.email, one.name] as const),
    ),
  );
  const used = new Set(reading.commitments.map(({ engagementId }) => engagementId));
  return form({
    action: `${home}/work/commitments`,
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    second: isFiltered
      ? linkButton({ label: 'Show all', href: `${home}/work/commitments`, tone: 'quiet' })
      : undefined,
    body: html`${selectField({
      id: 'person',
      name: 'person',
      label: 'Person',
      value: filter.person,
      empty: null,
      options: [
        { value: 'any', label: 'Everybody' },
        ...[...owners]
          .toSorted((a, b) => a[1].localeCompare(b[1]))
          .map(([value, label]) => ({ value, label })),
      ],
    })}${selectField({
      id: 'engagement',
      name: 'engagement',
      label: 'Engagement',
      value: filter.engagement,
      empty: null,
      options: [
        { value: 'any', label: 'All work' },
        ...reading.engagements
          .filter(({ id }) => used.has(id))
          .map(({ id, title }) => ({ value: id, label: title })),
      ],
    })}${selectField({
      id: 'state',
      name: 'state',
      label: 'How it stands',
      value: filter.state,
      empty: null,
      options: states,
    })}`,
  });
}

function nothingYet(ask: MemberAsk): Html {
  return emptyState({
    title: 'Nothing is promised yet',
    body: 'A commitment has words, a person and a day. Write down what your district does for the other; the partner does the same.',
    action: mayPromise(ask.member)
      ? linkButton({ label: 'Promise something', href: `${ask.home}/work/commitments/new`, tone: 'main' })
      : undefined,
    level: 2,
  });
}
