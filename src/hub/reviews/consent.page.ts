import { formatDate } from '../../vocabulary/formatDate.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { withdrawSheetOfPack } from '../factsheet/publishedSheets.store.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember, type MemberView } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseConsent, parsePreview } from './decisionDraft.ts';
import { bindingRoles, reviewingRoles } from './mayReview.ts';
import {
  insertConsent,
  insertPublicStatements,
  type PublicStatement,
  withdrawPublicStatement,
} from './publicStatements.store.ts';
import { reviewMails } from './reviewMail.ts';
import { packPath } from './reviewPlace.page.ts';
import { isSignedByAll } from './reviewStanding.ts';
import { lockReview } from './reviews.store.ts';
import { entryName, statementParts } from './reviewWords.ts';
import { type FoundStatements, respondStatements, withStatements } from './statements.page.ts';

const path = '/partnerships/:partnership/reviews/packs/:hash/statements';

/** Opening a preview, consenting and objecting. */
export const consentPages: Route[] = [
  {
    method: 'post',
    path,
    access: reviewingRoles,
    answer: (ask) => withStatements(ask, (found) => openPreview(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/:statement`,
    access: bindingRoles,
    answer: (ask) => withStatements(ask, (found) => answerStatement(ask, found)),
  },
];

const noDistrict = 'People of a district speak for it, and you belong to none of this partnership.';

async function openPreview(ask: MemberAsk, found: FoundStatements): Promise<Response> {
  const { file, kept, parties } = found;
  const now = ask.hub.now();
  const today = calendarDay(now);
  if (ask.member.districtId === null) return respondStatements(ask, found, { refusal: noDistrict });
  if (!isSignedByAll(kept, parties) || kept.isUnlocked)
    return respondStatements(ask, found, {
      refusal: 'No preview was opened: nothing is said from a pack that is not signed by every district.',
    });
  const parsed = parsePreview(ask.form, today);
  if (!parsed.ok) return respondStatements(ask, found, { errors: parsed.errors });
  const { statements, previewUntil, embargoUntil } = parsed.value;
  const isThere = statements.find(({ part }) =>
    found.statements.some((one) => one.part === part && part !== 'press-line' && !one.isWithdrawn),
  );
  if (isThere) {
    const errors = new Map([
      ['part', `“${entryName(statementParts, isThere.part)}” is previewed already: see above.`],
    ]);
    return respondStatements(ask, found, { errors });
  }
  const { hash, pack } = file;
  const address = `${packPath(ask.home, hash)}/statements`;
  await asMember(ask.hub.database, ask.member, async (view) =>
    insertPublicStatements(
      view,
      statements.map(({ part, words }) => ({
        packHash: hash,
        part,
        words,
        previewFrom: today,
        previewUntil,
        embargoUntil,
      })),
      reviewMails({
        members: await selectMembers(view),
        butPersonId: ask.member.personId,
        subject: `Preview until ${formatDate(previewUntil)}: ${pack.review.title}`,
        sentences: [
          `${ask.member.name} has opened the preview of what would be said in public: ${statements.map(({ part, words }) => words ?? entryName(statementParts, part)).join('; ')}.`,
          'Superintendents consent or object. Without the consent of both districts nothing is published, however long the preview is over.',
        ],
        address: `${ask.hub.config.baseUrl}${address}`,
      }),
      now,
    ),
  );
  return ask.context.redirect(address, 303);
}

async function answerStatement(ask: MemberAsk, found: FoundStatements): Promise<Response> {
  const { file, kept, parties, statements } = found;
  const statement = statements.find(({ id }) => id === ask.context.req.param('statement'));
  if (!statement) return notFound(ask, 'There is no such statement.');
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own) return respondStatements(ask, found, { refusal: noDistrict });
  if (statement.isWithdrawn)
    return respondStatements(ask, found, { refusal: 'That statement was taken back: nothing was changed.' });
  const address = `${packPath(ask.home, file.hash)}/statements`;
  if (ask.form.withdraw === 'yes') {
    await asMember(ask.hub.database, ask.member, async (view) => {
      await lockReview(view, kept.reviewId);
      await withdrawPublicStatement(view, statement, ask.hub.now());
      await takeOffPublic(view, found, statement, `${own.shortName} took its preview back.`, ask.hub.now());
    });
    return ask.context.redirect(address, 303);
  }
  const parsed = parseConsent(ask.form);
  if (!parsed.ok) return respondStatements(ask, found, { statement: statement.id, errors: parsed.errors });
  const version = ask.form.version ?? '';
  const given = await asMember(ask.hub.database, ask.member, async (view) => {
    await lockReview(view, kept.reviewId);
    const isGiven = await insertConsent(
      view,
      own.districtId,
      statement,
      /^\d{1,6}$/.test(version) ? Number(version) : 0,
      parsed.value,
      reviewMails({
        members: await selectMembers(view),
        butPersonId: ask.member.personId,
        subject: `${own.shortName} ${parsed.value.answer}: ${titleOf(statement)}`,
        sentences: [
          `${ask.member.name} ${parsed.value.answer} for ${own.name}: ${statement.words ?? titleOf(statement)}.`,
          ...(parsed.value.words ? [parsed.value.words] : []),
        ],
        address: `${ask.hub.config.baseUrl}${address}`,
      }),
      ask.hub.now(),
    );
    if (isGiven && parsed.value.answer === 'objects')
      await takeOffPublic(view, found, statement, `${own.shortName} objects to it.`, ask.hub.now());
    return isGiven;
  });
  if (given) return ask.context.redirect(address, 303);
  return withStatements(ask, (now) =>
    respondStatements(ask, now, {
      refusal:
        'Somebody of your district has answered meanwhile: their answer stands below, and yours was not kept.',
    }),
  );
}

/** A fact sheet is public only as long as every district consents. */
async function takeOffPublic(
  view: MemberView,
  { file }: FoundStatements,
  { part }: PublicStatement,
  why: string,
  at: Date,
): Promise<void> {
  if (part === 'fact-sheet') await withdrawSheetOfPack(view, file.hash, why, at);
}

function titleOf({ part }: PublicStatement): string {
  return entryName(statementParts, part);
}
