import {
  sampleCadences,
  sampleDecisions,
  sampleNextReview,
  sampleReview,
  sampleStatement,
} from '../../sample/sampleReviews.ts';
import { selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import { assemblePack } from '../hub/reviews/assemblePack.store.ts';
import { decidables } from '../hub/reviews/decidables.ts';
import { insertDecision, insertDecisionAnswer, selectDecisions } from '../hub/reviews/decisions.store.ts';
import { draftHash } from '../hub/reviews/draftHash.ts';
import {
  insertConsent,
  insertPublicStatements,
  selectConsents,
} from '../hub/reviews/publicStatements.store.ts';
import {
  insertCadence,
  insertItem,
  insertReview,
  type Review,
  selectOptionalReview,
} from '../hub/reviews/reviews.store.ts';
import { sealReview, signPack } from '../hub/reviews/sealPack.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import type { Pack } from '../vocabulary/pack.ts';

/** Holds the review of the sample: sealed, signed by both, decided on and consented to; and plans the next. Nobody is written to. */
export async function loadSampleReviews(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const stage = await stageOf(view, now());
    for (const { level, weeks, startsIn } of sampleCadences) {
      const cadence = { level, weeks, firstDay: stage.day(startsIn), words: null };
      await insertCadence(stage.as('Jordan Vale'), 0, cadence, stage.at(-127));
    }
    const review = await planned(stage, sampleReview, -50);
    const { hash, pack } = await sealed(stage, review);
    await decided(stage, review, hash, pack);
    await consented(stage, hash);
    await planned(stage, sampleNextReview, -20);
  });
}

type Stage = {
  readonly view: MemberView;
  /** The view of somebody of the sample, in the transaction that is open. */
  readonly as: (name: string) => MemberView;
  readonly partyOf: (name: string) => { readonly districtId: string; readonly cds: string };
  /** A moment and a calendar date so many days from now. */
  readonly at: (days: number) => Date;
  readonly day: (days: number) => string;
};

async function stageOf(view: MemberView, now: Date): Promise<Stage> {
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const memberOf = (name: string) => {
    const member = members.find((one) => one.name === name);
    if (!member) throw new Error(`the sample has no ${name}`);
    return member;
  };
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  return {
    view,
    as: (name) => {
      const { personId, role, districtId } = memberOf(name);
      return { ...view, member: { ...view.member, personId, name, role, districtId } };
    },
    partyOf: (name) => {
      const party = parties.find(({ districtId }) => districtId === memberOf(name).districtId);
      if (!party) throw new Error(`${name} of the sample is of no district`);
      return party;
    },
    at,
    day: (days) => calendarDay(at(days)),
  };
}

async function planned(
  stage: Stage,
  sample: typeof sampleReview | typeof sampleNextReview,
  plannedAt: number,
): Promise<Review> {
  const { title, level, plannedIn, periodFrom, periodUntil, items } = sample;
  const view = stage.as('Jordan Vale');
  const plan = {
    title,
    plannedOn: stage.day(plannedIn),
    periodFrom: stage.day(periodFrom),
    periodUntil: stage.day(periodUntil),
    focusArea: null,
    signDays: sampleReview.signDays,
  };
  const id = await insertReview(view, level, plan, [], stage.at(plannedAt));
  for (const words of items) await insertItem(stage.as('Avery Stone'), id, words, stage.at(plannedAt + 2));
  const review = await selectOptionalReview(view, id);
  if (!review) throw new Error('the review of the sample was not planned');
  return review;
}

async function sealed(stage: Stage, review: Review): Promise<{ readonly hash: string; readonly pack: Pack }> {
  const at = stage.at(sampleReview.sealedIn);
  const view = stage.as('Jordan Vale');
  const draft = await assemblePack(view, review, at);
  const done = await sealReview(view, review, draftHash(draft), () => [], at);
  if (!done.done) throw new Error(`the review of the sample was not sealed: ${done.reason}`);
  const { first, second } = sampleReview.signedIn;
  for (const [name, days] of [
    ['Robin Alder', first],
    ['Casey Brook', second],
  ] as const) {
    const about = { reviewId: review.id, hash: done.hash };
    const signed = await signPack(stage.as(name), stage.partyOf(name), about, () => [], stage.at(days));
    if (!signed.done) throw new Error(`the pack of the sample was not signed: ${signed.reason}`);
  }
  return done;
}

async function decided(stage: Stage, review: Review, packHash: string, pack: Pack): Promise<void> {
  const all = decidables(pack);
  for (const { about, of, choice, reason, words, proposer, answerer, answer, decidedIn } of sampleDecisions) {
    const benchmark =
      typeof of === 'string'
        ? undefined
        : pack.benchmarks.find(({ measure, group }) => measure === of[0] && group.code === of[1]);
    const found = all.find((one) =>
      about === 'benchmark' ? one.id === benchmark?.id : one.about === about && one.title === of,
    );
    if (!found) continue;
    const { id: aboutId, title: aboutTitle, saw } = found;
    const decision = {
      reviewId: review.id,
      packHash,
      about,
      aboutId,
      aboutTitle,
      choice,
      reason,
      words,
      saw,
    };
    const at = stage.at(decidedIn);
    const id = await insertDecision(stage.as(proposer), stage.partyOf(proposer).districtId, decision, [], at);
    const made = (await selectDecisions(stage.view)).find((one) => one.id === id);
    if (!made) throw new Error('the decision of the sample was not made');
    await insertDecisionAnswer(
      stage.as(answerer),
      stage.partyOf(answerer).districtId,
      made,
      { agrees: true, words: answer },
      [],
      stage.at(decidedIn + 1),
    );
  }
}

async function consented(stage: Stage, packHash: string): Promise<void> {
  const { part, openedIn, previewUntil, openedBy, consents } = sampleStatement;
  const statement = {
    packHash,
    part,
    words: null,
    previewFrom: stage.day(openedIn),
    previewUntil: stage.day(previewUntil),
    embargoUntil: null,
  };
  await insertPublicStatements(stage.as(openedBy), [statement], [], stage.at(openedIn));
  for (const { by, in: days } of consents) {
    const [made] = await selectConsents(stage.view, packHash);
    if (!made) throw new Error('the statement of the sample was not previewed');
    const answer = { answer: 'consents', reason: null, words: null } as const;
    await insertConsent(stage.as(by), stage.partyOf(by).districtId, made, 0, answer, [], stage.at(days));
  }
}
