import { measureById } from '../../measures/registry.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { type BeforeAfter, type Cycle, type CycleSide, sideOf } from './cycle.ts';
import {
  actReasons,
  acts,
  changeKinds,
  leadingReasons,
  listedName,
  movingReasons,
  waysDone,
} from './cycleLists.ts';
import { cycleBadge } from './cyclePlace.page.ts';
import { type SideStanding, sideStanding } from './cycleStanding.ts';
import { figuresTable } from './figuresTable.page.ts';
import { ownCountText } from './ownCount.ts';
import { predictionSentence } from './prediction.ts';

type Shown = {
  readonly cycle: Cycle;
  readonly parties: readonly Party[];
  readonly figures: readonly BeforeAfter[];
  readonly home: string;
  readonly today: string;
  /** Of whoever reads: their own schools are named to them. */
  readonly ownId: string | null;
};

/** Plan, do, study, act: what each district has written of the four steps, side by side. */
export function cycleTimeline(shown: Shown): Content {
  const { cycle, parties, figures, home } = shown;
  return html`${card({
    id: 'plan',
    title: '1. Plan',
    body: html`${definitionList([
      { term: 'What is changed', description: cycle.idea },
      { term: 'Kind of change', description: listedName(changeKinds, cycle.changeKind) },
      {
        term: 'Predicted',
        description: predictionSentence(cycle, measureById(cycle.measureId)),
      },
      {
        term: 'Written down',
        description: `By ${cycle.madeBy} on ${formatDate(calendarDay(cycle.madeAt))}; a prediction is never reworded`,
      },
    ])}${sides(shown, planned)}`,
  })}${card({ id: 'do', title: '2. Do', body: sides(shown, done) })}${card({
    id: 'study',
    title: '3. Study',
    body: html`${figuresTable({ cycle, parties, figures, home })}${sides(shown, studied)}`,
  })}${card({ id: 'act', title: '4. Act', body: sides(shown, acted) })}`;
}

type SideWords = (side: CycleSide, shown: Shown, standing: SideStanding) => Content;

function sides(shown: Shown, words: SideWords): Content {
  const { cycle, parties, today } = shown;
  const each = parties.flatMap(({ districtId, name }) => {
    const side = sideOf(cycle, districtId);
    return side ? [html`<h3>${name}</h3>${words(side, shown, sideStanding(side, today))}`] : [];
  });
  return each.length === 1 ? each : columns('two', each);
}

function planned(side: CycleSide, { ownId }: Shown, standing: SideStanding): Content {
  const { schools, schoolNames, namesShared, leader, startsOn, studyOn, moved, handed, districtId } = side;
  const isNamed = schoolNames !== null && (namesShared || districtId === ownId);
  const count = schools === 1 ? '1 school' : `${schools} schools`;
  const secret = isNamed && !namesShared ? ' (named to your district only)' : '';
  return html`<p class="badges">${cycleBadge(standing)}</p>${definitionList([
    { term: 'Where', description: isNamed ? `${count}: ${schoolNames}${secret}` : count },
    {
      term: 'Led by',
      description: `${leader.name}${handed ? `, handed over: ${listedName(leadingReasons, handed.reason).toLowerCase()}` : ''}`,
    },
    { term: 'From', description: formatDate(startsOn) },
    {
      term: 'Studied on',
      description: `${formatDate(studyOn)}${moved ? `, moved: ${listedName(movingReasons, moved.reason).toLowerCase()}` : ''}`,
    },
  ])}`;
}

function done({ did }: CycleSide): Content {
  if (!did) return notYet('Nothing is logged yet.');
  return html`<p><strong>${listedName(waysDone, did.done)}.</strong> ${did.words}</p>${signed(did)}`;
}

function studied({ studied: study, studyOn }: CycleSide): Content {
  if (!study) return notYet(`To be studied on ${formatDate(studyOn)}.`);
  const count = ownCountText(study.own);
  const counted = study.own.counted ? `${study.own.counted}: ` : '';
  return html`${
    count ? html`<p>Counted in the test: ${counted}<strong>${count}</strong>.</p>` : ''
  }<p>${study.words}</p>${signed(study)}`;
}

function acted({ acted: act }: CycleSide): Content {
  if (!act) return notYet('Not decided yet.');
  const past = acts.find(({ id }) => id === act.act)?.past ?? act.act;
  return html`<p><strong>${past}.</strong> ${listedName(actReasons, act.reason)}.</p>${signed(act)}`;
}

function notYet(sentence: string): Content {
  return html`<p class="quiet">${sentence}</p>`;
}

function signed({ madeBy, madeAt, byLink }: { madeBy: string; madeAt: Date; byLink: boolean }): Content {
  return html`<p class="meta">${madeBy}${byLink ? ', by a mailed link' : ''}, ${formatMoment(madeAt)}</p>`;
}
