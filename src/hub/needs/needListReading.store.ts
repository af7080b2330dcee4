import { type Party, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Ask, selectAsks } from './asks.store.ts';
import type { CellStatus } from '../matching/gridCell.ts';
import { gridOrder } from '../matching/gridMeasures.ts';
import { type DistrictGrid, readGrids, readYardstick } from '../matching/gridReading.store.ts';
import { type Rot, rotOf } from './needRot.ts';
import { type Need, selectNeeds } from './needs.store.ts';

/** A need in the register: what was asked, what the figures call it today, and what rots about it. */
export type RegisterLine = {
  readonly need: Need;
  readonly asks: readonly Ask[];
  readonly today: CellStatus | 'not judged';
  readonly rot: readonly Rot[];
};

/** The needs of one district of the partnership. */
export type Register = {
  readonly party: Party;
  readonly open: readonly RegisterLine[];
  readonly closed: readonly RegisterLine[];
  /** How many cells its grid calls a need that nobody has confirmed. */
  readonly unconfirmed: number;
};

/** Every district's register, in the order of the parties, and every ask of the partnership, oldest first. */
export async function readRegisters(
  view: MemberView,
  now: Date,
): Promise<{ readonly registers: readonly Register[]; readonly asks: readonly Ask[] }> {
  const parties = await selectParties(view);
  const needs = await selectNeeds(view);
  const asks = await selectAsks(view);
  const members = await selectMembers(view);
  const partyIds = parties.map(({ districtId }) => districtId);
  const grids = await readGrids(view, partyIds, await readYardstick(view));
  const registers = parties.map((party): Register => {
    const { districtId } = party;
    const grid = grids.find(({ district }) => district.districtId === districtId);
    const people = new Set(
      members.filter((one) => one.districtId === districtId).map(({ personId }) => personId),
    );
    const lines = needs
      .filter((need) => need.districtId === districtId)
      .sort(gridOrder)
      .map((need): RegisterLine => {
        const own = asks.filter(({ needId }) => needId === need.id);
        const cell = grid?.find(need.measureId, need.group);
        return {
          need,
          asks: own,
          today: cell?.status ?? 'not judged',
          rot: rotOf({ ...need, asks: own }, people, now),
        };
      });
    const open = lines.filter(({ need }) => need.isOpen);
    return {
      party,
      open,
      closed: lines.filter(({ need }) => !need.isOpen),
      unconfirmed: countUnconfirmed(grid, open),
    };
  });
  return { registers, asks };
}

function countUnconfirmed(grid: DistrictGrid | undefined, open: readonly RegisterLine[]): number {
  const confirmed = new Set(open.map(({ need }) => `${need.measureId} ${need.group}`));
  return (grid?.cells ?? []).filter(
    ({ status, measureId, group }) => status === 'need' && !confirmed.has(`${measureId} ${group}`),
  ).length;
}
