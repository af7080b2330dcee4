import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { focusAreas, roles, strategies } from '../../vocabulary/partnership.ts';
import { softwareVersion } from '../claims/softwareVersion.store.ts';
import { selectMembers, selectParties, selectPartnerships } from '../partnership/partnership.store.ts';
import { readMigrations } from '../store/migrate.ts';
import type { MemberView } from '../store/view.ts';
import { generateAgenda } from './agenda.ts';
import { readDecisions } from './decisions.store.ts';
import { readPackAgreements, readPackNeeds } from './packAgreements.store.ts';
import { readPackDeeds } from './packDeeds.store.ts';
import { readPackResources } from './packResources.store.ts';
import { readPackEvidence } from './packEvidence.store.ts';
import { readReleased } from './packReleased.store.ts';
import { readPackCommitments, readPackEngagements } from './packWork.store.ts';
import { lastSigned, selectOptionalPack, selectPacks } from './packs.store.ts';
import { levels } from './reviewWords.ts';
import { type Review, selectItems } from './reviews.store.ts';

const schema = Number(readMigrations().at(-1)?.name.slice(0, 4) ?? 0);

/** What a review would have before it if it were sealed now: the same for everybody who may look. */
export async function assemblePack(view: MemberView, review: Review, at: Date): Promise<Pack> {
  const today = calendarDay(at);
  const { partnership } = view.member;
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const known = (await selectPartnerships(view)).find(({ id }) => id === partnership.id);
  const packs = await selectPacks(view);
  const previous = lastSigned(
    packs.filter(({ reviewId }) => reviewId !== review.id),
    parties,
  );
  const before = previous && (await selectOptionalPack(view, previous.hash))?.pack;
  const last = review.packs.at(-1);
  const { focusArea, periodFrom, periodUntil } = review;
  const engagements = await readPackEngagements(view, parties, focusArea);
  const needs = await readPackNeeds(view, parties, focusArea);
  const released = await readReleased(view, parties, today);
  const period = { from: periodFrom, until: periodUntil, today };
  const level = levels.find(({ id }) => id === review.level);
  const areas = focusAreas.filter(({ id }) => focusArea === null || id === focusArea);
  const pack: Omit<Pack, 'agenda'> = {
    format: 'tandem pack 1',
    software: softwareVersion,
    schema,
    isSample: known?.isSample ?? partnership.isSample,
    partnership: {
      name: partnership.name,
      slug: partnership.slug,
      startedYear: known?.startedYear ?? 0,
      focusAreas: focusAreas.map(({ id, name, on }) => ({ id, name, on })),
      strategies: strategies.map(({ id, name }) => ({ id, name })),
    },
    districts: parties.map(({ cds, name, shortName, position }) => ({ cds, name, shortName, position })),
    sponsors: members
      .filter(({ role }) => role === 'sponsor')
      .flatMap(({ name, role, districtId }) => {
        const cds = parties.find((party) => party.districtId === districtId)?.cds;
        return cds ? [{ cds, name, role: roles.find(({ id }) => id === role)?.name ?? role }] : [];
      }),
    review: {
      id: review.id,
      level: { id: review.level, name: level?.name ?? review.level },
      title: review.title,
      plannedOn: review.plannedOn,
      periodFrom,
      periodUntil,
      focusAreas: areas.map(({ id, name }) => ({ id, name })),
      seal: (last?.seal ?? 0) + 1,
      supersedes: last?.hash ?? null,
      previous: previous?.hash ?? null,
    },
    madeAt: at.toISOString(),
    asOf: today,
    ...(await readPackEvidence(view, focusArea, [
      ...released.map(({ measure }) => measure),
      ...needs.map(({ measure }) => measure),
    ])),
    ...(await readPackAgreements(view, today)),
    needs,
    released,
    engagements,
    commitments: await readPackCommitments(view, parties, engagements, focusArea === null, period),
    ...(await readPackDeeds(view, parties, engagements, focusArea === null, period)),
    ...(await readPackResources(view, parties, today)),
    decisions: await readDecisions(view, parties),
  };
  const nameOf = (districtId: string | null) =>
    parties.find((party) => party.districtId === districtId)?.shortName ?? null;
  const added = (await selectItems(view, review.id)).map(({ words, districtId, madeBy }) => ({
    words,
    from: nameOf(districtId) ?? madeBy,
  }));
  return { ...pack, agenda: generateAgenda(pack, before, added) };
}
