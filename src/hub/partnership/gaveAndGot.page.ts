import { card } from '../../page/card.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { balanceSentence, hoursBalance, schoolYearOfDay } from '../commitments/hoursBalance.ts';
import type { Member } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { type Side, sideOf } from '../work/sides.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import type { GlanceReading } from './glanceReading.store.ts';

/** What the reader's district gives and gets: its work by side, and the hours of this school year. For somebody of neither, both. */
export function gaveAndGot(home: string, { districtId }: Member, reading: GlanceReading): Html {
  const { parties, alive, hours, today } = reading;
  const own = parties.find((party) => party.districtId === districtId);
  const year = schoolYearOfDay(today);
  const counted = hours.filter(({ day }) => schoolYearOfDay(day) === year);
  const sides = own ? [own] : parties;
  const sentences = sides.map((party) =>
    balanceSentence(hoursBalance(counted, party.districtId), {
      subject: own ? 'We' : party.shortName,
      isOwn: own !== undefined,
    }),
  );
  return card({
    title: own ? 'We gave, we got' : 'Given and got',
    href: `${home}/work`,
    id: 'gave-got',
    body: html`<dl class="modes">${(own ? ownSides : bothSides).map(([side, name]) =>
      row(
        home,
        name,
        alive.filter((one) => sideOf(one, own?.districtId ?? null) === side),
      ),
    )}<div><dt>Hours in ${schoolYearName(year)}</dt><dd>${
      counted.length === 0 ? 'None are written down yet.' : sentences.join(' ')
    } <a href="${home}/work/hours">Hours</a></dd></div></dl>`,
  });
}

const ownSides: readonly (readonly [Side, string])[] = [
  ['give', 'We give'],
  ['get', 'We get'],
  ['together', 'We do together'],
];
const bothSides: readonly (readonly [Side, string])[] = [
  ['assistance', 'One helps the other'],
  ['together', 'Together'],
];

function row(home: string, name: string, engagements: readonly Engagement[]): Content {
  return html`<div><dt>${name}</dt>${
    engagements.length === 0
      ? html`<dd>Nothing at present</dd>`
      : engagements.map(
          ({ id, title }) =>
            html`<dd class="mode-work"><a href="${engagementPath(home, id)}">${title}</a></dd>`,
        )
  }</div>`;
}
