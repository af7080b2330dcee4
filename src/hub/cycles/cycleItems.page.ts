import { measureById } from '../../measures/registry.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import type { Item } from '../../page/itemList.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { Cycle, CycleSide } from './cycle.ts';
import { actReasons, acts, listedName } from './cycleLists.ts';
import { cycleBadge, cyclePath, ideaTitle } from './cyclePlace.page.ts';
import { cycleStanding } from './cycleStanding.ts';
import { predictionSentence } from './prediction.ts';

type Context = {
  readonly home: string;
  readonly parties: readonly Party[];
  readonly today: string;
  /** The engagement's title, where the list holds more than one. */
  readonly titleOf?: (engagementId: string) => string | undefined;
};

/** A cycle as a line of a list: the idea, what was predicted, where each district stands. */
export function cycleItem(cycle: Cycle, { home, parties, today, titleOf }: Context): Item {
  const where = cycle.sides.map((side) => {
    const name = parties.find(({ districtId }) => districtId === side.districtId)?.shortName ?? 'A district';
    return `${name}: ${sideText(side)}`;
  });
  const title = titleOf?.(cycle.engagementId);
  return {
    title: ideaTitle(cycle.idea),
    href: cyclePath(home, cycle.id),
    badges: cycleBadge(cycleStanding(cycle, today)),
    body: `Predicted: ${predictionSentence(cycle, measureById(cycle.measureId))}.`,
    meta: [...where, ...(title ? [title] : [])].join(' · '),
  };
}

function sideText({ acted, schools, studyOn, leader }: CycleSide): string {
  if (acted) {
    const act = acts.find(({ id }) => id === acted.act)?.past ?? acted.act;
    return `${act}, ${listedName(actReasons, acted.reason).toLowerCase()}`;
  }
  return `${schools === 1 ? '1 school' : `${schools} schools`}, studied on ${formatDate(studyOn)} by ${leader.name}`;
}
