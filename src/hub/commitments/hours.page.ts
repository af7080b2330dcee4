import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath, workTrail, workParts } from '../work/workPlace.page.ts';
import { isAskedAbout, type SharedHours } from './hours.store.ts';
import { balanceSentence, hoursBalance, hoursText, schoolYearOfDay } from './hoursBalance.ts';
import { type HoursReading, readHours } from './hoursReading.store.ts';
import { directionText, hoursBadge, hoursPath, kindName } from './hoursWords.page.ts';
import { mayEnterHours } from './mayActOnCommitment.ts';
import { sidesOf } from './sides.ts';

/** Hours given and received: what both confirmed, what waits, and every entry. */
export const hoursPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/hours',
    access: 'members',
    answer: hoursPage,
  },
];

async function hoursPage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readHours);
  const { home, member } = ask;
  const thisYear = schoolYearOfDay(calendarDay(ask.hub.now()));
  const year = ask.context.req.query('year') ?? String(thisYear);
  const area = ask.context.req.query('area') ?? 'all';
  const chosen = reading.hours.filter(
    (one) =>
      (year === 'all' || String(schoolYearOfDay(one.day)) === year) &&
      (area === 'all' || one.focusArea === area),
  );
  const may = mayEnterHours(member);
  const enter = may
    ? linkButton({ label: 'Enter hours', href: `${home}/work/hours/new`, tone: 'main' })
    : undefined;
  return ask.respond({
    title: 'Hours',
    section: 'work',
    body: html`${pageHeading({
      title: 'Hours given and received',
      lead: 'Either side enters them; they count once the other confirms. Nobody owes anybody hours: the balance only shows that both give.',
      trail: workTrail(home, { label: 'Hours' }),
      actions: enter,
    })}${workParts(home, 'hours')}${
      reading.hours.length === 0
        ? emptyState({
            title: 'No hours are entered yet',
            body: 'After a visit, a call or an afternoon of coaching, one side enters the hours and the other confirms them with one press.',
            action: enter,
            level: 2,
          })
        : html`${waitingSection(ask, reading, may)}${filterForm(home, reading, { year, area, thisYear })}${balances(ask, reading, chosen)}${entries(ask, reading, chosen)}`
    }`,
  });
}

function balances(ask: MemberAsk, { parties }: HoursReading, hours: readonly SharedHours[]): Html {
  const sides = sidesOf(parties, ask.member.districtId);
  const own = sides.filter(({ isOwn }) => isOwn);
  const cards = (own.length > 0 ? own : sides).flatMap(({ party, isOwn }) => {
    const balance = hoursBalance(hours, party.districtId);
    const sentence = balanceSentence(balance, { subject: isOwn ? 'We' : party.shortName, isOwn });
    return [
      card({
        title: isOwn ? 'Our balance' : party.name,
        body: html`<p class="lead">${sentence}</p><p class="quiet">Only hours that both confirmed are counted. It is no bill.</p>`,
      }),
      card({ body: byArea(hours, party.districtId) }),
    ];
  });
  return columns('two', cards);
}

type AreaLine = { readonly name: string; readonly gave: number; readonly got: number };

function byArea(hours: readonly SharedHours[], districtId: string): Content {
  const lines: AreaLine[] = focusAreas
    .map(({ id, name }) => {
      const { gave, got } = hoursBalance(
        hours.filter(({ focusArea }) => focusArea === id),
        districtId,
      );
      return { name, gave, got };
    })
    .filter(({ gave, got }) => gave + got > 0);
  if (lines.length === 0)
    return html`<p class="quiet">Nothing is confirmed by both for this year and focus area.</p>`;
  return table<AreaLine>({
    caption: 'Confirmed by both, by focus area',
    rows: lines,
    columns: [
      { header: 'Focus area', kind: 'header', cell: ({ name }) => name },
      { header: 'Given', kind: 'number', cell: ({ gave }) => hoursText(gave) },
      { header: 'Received', kind: 'number', cell: ({ got }) => hoursText(got) },
    ],
  });
}

function waitingSection(ask: MemberAsk, { hours, parties }: HoursReading, may: boolean): Content {
  const { home, member, person } = ask;
  const waiting = hours.filter((one) => one.state === 'waiting' && isAskedAbout(one, member.districtId));
  const disputed = hours.filter((one) => one.state === 'disputed' && one.enteredId === member.districtId);
  if (waiting.length + disputed.length === 0) return '';
  return section({
    title: 'Waits for you',
    id: 'waiting',
    body: card({
      body: itemList(
        [...waiting, ...disputed].map((one) => ({
          title: `${directionText(one, parties)} ${hoursText(one.quarterHours)}`,
          href: hoursPath(home, one.id),
          badges: hoursBadge(one, member.districtId),
          body: one.words ?? undefined,
          meta: `${kindName(one.kind)} on ${formatDate(one.day)}, ${one.state === 'disputed' ? `disputed by ${one.changedBy}` : `entered by ${one.enteredBy}`}`,
          action:
            may && one.state === 'waiting'
              ? form({
                  action: `${hoursPath(home, one.id)}/answer`,
                  csrfToken: person.csrfToken,
                  submit: 'Confirm',
                  submitTone: 'second',
                  second: linkButton({
                    label: 'Not right?',
                    href: hoursPath(home, one.id),
                    tone: 'quiet',
                  }),
                  body: html`<input type="hidden" name="version" value="${String(one.version)}"><input type="hidden" name="answer" value="confirmed"><input type="hidden" name="from" value="list">`,
                })
              : undefined,
        })),
      ),
    }),
  });
}

type Chosen = { readonly year: string; readonly area: string; readonly thisYear: number };

function filterForm(home: string, { hours }: HoursReading, { year, area, thisYear }: Chosen): Content {
  const years = [...new Set([thisYear, ...hours.map(({ day }) => schoolYearOfDay(day))])].toSorted(
    (a, b) => b - a,
  );
  return form({
    action: `${home}/work/hours`,
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'year',
      name: 'year',
      label: 'School year',
      value: year,
      empty: null,
      options: [
        ...years.map((one) => ({ value: String(one), label: schoolYearName(one) })),
        { value: 'all', label: 'All years' },
      ],
    })}${selectField({
      id: 'area',
      name: 'area',
      label: 'Focus area',
      value: area,
      empty: null,
      options: [
        { value: 'all', label: 'All focus areas' },
        ...focusAreas.map(({ id, name }) => ({ value: id, label: name })),
      ],
    })}`,
  });
}

function entries(
  ask: MemberAsk,
  { parties, engagements }: HoursReading,
  hours: readonly SharedHours[],
): Html {
  const titleOf = (id: string | null) => engagements.find((one) => one.id === id);
  return section({
    title: 'Every entry',
    id: 'entries',
    body: card({
      body: table<SharedHours>({
        caption: 'Hours entered by either side',
        captionHidden: true,
        rows: hours,
        empty: 'Nothing was entered for this year and focus area.',
        columns: [
          {
            header: 'Day',
            kind: 'header',
            cell: (one) => html`<a href="${hoursPath(ask.home, one.id)}">${formatDate(one.day)}</a>`,
          },
          { header: 'Who gave whom', cell: (one) => directionText(one, parties) },
          {
            header: 'Hours',
            kind: 'number',
            cell: (one) => hoursText(one.quarterHours).replace(' ', '\u00a0'),
          },
          { header: 'For', cell: (one) => forText(ask.home, one, titleOf(one.engagementId)) },
          { header: 'How it stands', cell: (one) => hoursBadge(one, ask.member.districtId) },
        ],
      }),
    }),
  });
}

function forText(
  home: string,
  { kind, focusArea }: SharedHours,
  engagement: { readonly id: string; readonly title: string } | undefined,
): Content {
  const area = focusAreas.find(({ id }) => id === focusArea)?.name ?? focusArea;
  return html`${kindName(kind)}: ${engagement ? html`<a href="${engagementPath(home, engagement.id)}">${engagement.title}</a>` : area}`;
}
