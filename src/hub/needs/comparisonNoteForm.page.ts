import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { selectDistrict, selectSimilarDistricts } from '../evidence/evidence.store.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember, type MemberView } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { parseComparisonNote } from './comparisonNoteDraft.ts';
import {
  type ComparisonNote,
  insertComparisonNote,
  type NoteSubject,
  withdrawComparisonNote,
} from './comparisonNotes.store.ts';
import { gridGroups, gridMeasures } from '../matching/gridMeasures.ts';
import { cellPath, similarPath } from '../matching/matchingPath.ts';
import { matchingTrail, needPath } from './matchingPlace.page.ts';
import { unfairReasons } from './needReasons.ts';
import { selectOpenNeedId } from './needs.store.ts';
import { isId } from '../store/uuid.ts';

const path = '/partnerships/:partnership/matching/notes';

/** "This comparison is unfair because": anybody of the partnership may say so; only the author withdraws it. */
export const comparisonNotePages: Route[] = [
  {
    method: 'get',
    path: `${path}/new`,
    access: 'members',
    answer: (ask) => withSubject(ask, (found) => respondForm(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path: `${path}/new`,
    access: 'members',
    answer: (ask) => withSubject(ask, (found) => writeNote(ask, found)),
  },
  { method: 'post', path: `${path}/:note/withdraw`, access: 'members', answer: withdrawNote },
];

type Found = {
  readonly subject: NoteSubject;
  readonly party: Party;
  /** What is compared, in words. */
  readonly about: string;
  /** The part of the address after its `?`. */
  readonly query: string;
  /** The page on which the note stands. */
  readonly standsOn: string;
};

async function withSubject(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const found = await asMember(ask.hub.database, ask.member, (view) => findSubject(ask, view));
  return found ? answer(found) : notFound(ask, 'There is no such comparison.');
}

async function findSubject({ context, home }: MemberAsk, view: MemberView): Promise<Found | undefined> {
  const cds = context.req.query('cds');
  const party = (await selectParties(view)).find((one) => one.cds === cds);
  if (!party) return undefined;
  const { districtId } = party;
  const similarCds = context.req.query('similar');
  if (similarCds !== undefined) {
    if (!/^\d{14}$/.test(similarCds)) return undefined;
    const similar = await selectDistrict(view, similarCds);
    const isSimilar = (await selectSimilarDistricts(view, districtId)).some(
      (one) => one.districtId === similar?.districtId,
    );
    if (!similar || !isSimilar) return undefined;
    return {
      subject: { districtId, similarId: similar.districtId },
      party,
      about: `${party.shortName} and ${similar.name}, called similar`,
      query: `cds=${party.cds}&similar=${similar.cds}`,
      standsOn: await pageOfNote(view, home, { districtId, measureId: null, group: null }),
    };
  }
  const measure = gridMeasures.find(({ id }) => id === context.req.query('measure'));
  const group = gridGroups.find(({ code }) => code === context.req.query('group'));
  if (!measure || !group) return undefined;
  const subject = { districtId, measureId: measure.id, group: group.code };
  return {
    subject,
    party,
    about: `${party.shortName}, ${measureById(measure.id).shortName}: ${inSentence(studentGroupName(group.code))}`,
    query: `cds=${party.cds}&measure=${measure.id}&group=${group.code}`,
    standsOn: await pageOfNote(view, home, subject),
  };
}

function respondForm(
  ask: MemberAsk,
  { about, query, standsOn }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  return ask.respond({
    title: `An unfair comparison: ${about}`,
    section: 'matching',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'This comparison is unfair because…',
      eyebrow: about,
      lead: 'The note stays with the comparison, with your name and the day. It changes no figure; it tells readers what the figures do not.',
      trail: matchingTrail(ask.home, { label: 'An unfair comparison' }),
    })}${card({
      body: form({
        action: `${ask.home}/matching/notes/new?${query}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Keep the note',
        second: linkButton({ label: 'Say nothing', href: standsOn, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${radioGroup({
          id: 'reason',
          name: 'reason',
          label: 'Because',
          error: errors.get('reason'),
          value: written.reason,
          choices: unfairReasons.map(({ id, name }) => ({ value: id, label: name })),
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'In your own words',
          hint: 'What a reader of the other district should know. Name no student.',
          error: errors.get('words'),
          value: written.words,
        })}`,
      }),
    })}`,
  });
}

async function writeNote(ask: MemberAsk, found: Found): Promise<Response> {
  const parsed = parseComparisonNote(ask.form);
  if (!parsed.ok) return respondForm(ask, found, ask.form, parsed.errors);
  await asMember(ask.hub.database, ask.member, (view) =>
    insertComparisonNote(view, found.subject, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(found.standsOn, 303);
}

async function withdrawNote(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('note');
  const back = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const about = await withdrawComparisonNote(view, id, ask.hub.now());
        return about && pageOfNote(view, ask.home, about);
      })
    : undefined;
  if (!back) return notFound(ask, 'There is no note of yours to withdraw here.');
  return ask.context.redirect(back, 303);
}

/** Where a note is read: at the need that it concerns, or at the cell, or at the districts that are called similar. */
async function pageOfNote(
  view: MemberView,
  home: string,
  { districtId, measureId, group }: Pick<ComparisonNote, 'districtId' | 'measureId' | 'group'>,
): Promise<string> {
  if (measureId && group) {
    const needId = await selectOpenNeedId(view, { districtId, measureId, group });
    return needId ? `${needPath(home, needId)}#notes` : cellPath(home, measureId, group);
  }
  const party = (await selectParties(view)).find((one) => one.districtId === districtId);
  return similarPath(home, party?.cds ?? '');
}
