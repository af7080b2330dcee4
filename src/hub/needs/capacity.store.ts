import { z } from 'zod';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { Amount, CapacityDraft } from './capacityDraft.ts';
import type { OfferStanding } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';
import { type Term, termKey, termName } from './term.ts';

const sql = readStatements(import.meta.url, [
  'lockCapacity',
  'selectOffers',
  'selectOfferVersions',
  'insertCapacity',
]);

const OfferRow = z
  .object({
    districtId: z.string(),
    focusArea: z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]),
    schoolYear: z.number(),
    term: z.enum(['fall', 'spring']),
    version: z.number(),
    visits: z.number(),
    hours: z.number(),
    personId: z.string().nullable(),
    contactName: z.string(),
    contactEmail: z.string(),
    personLeft: z.boolean(),
    until: z.string(),
    words: z.string().nullable(),
    madeAt: z.date(),
    madeBy: z.string(),
    usedVisits: z.number(),
    usedHours: z.number(),
  })
  .transform(({ schoolYear, term, visits, hours, usedVisits, usedHours, personId, ...row }) => ({
    ...row,
    term: { schoolYear, season: term } satisfies Term,
    offered: { visits, hours } satisfies Amount,
    used: { visits: usedVisits, hours: usedHours } satisfies Amount,
    contact: { personId, name: row.contactName, email: row.contactEmail },
  }));
/** What a district offers in one focus area and term, the person to ask, and what asks use of it. */
export type Offer = z.infer<typeof OfferRow> & OfferStanding & { readonly districtId: DistrictId };

const VersionRow = z.object({
  version: z.number(),
  visits: z.number(),
  hours: z.number(),
  contactName: z.string(),
  until: z.string(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type OfferVersion = z.infer<typeof VersionRow>;

/** Where an offer stands: one district, focus area and term. */
export type OfferPlace = {
  readonly districtId: DistrictId;
  readonly focusArea: FocusAreaId;
  readonly term: Term;
};

/** Every offer of the partnership as it stands, by term; of one district or focus area where given. */
export function selectOffers(
  view: MemberView,
  only: { readonly districtId?: DistrictId; readonly focusArea?: FocusAreaId } = {},
): Promise<Offer[]> {
  const { districtId = null, focusArea = null } = only;
  return view.rows(
    sql.selectOffers,
    { partnershipId: view.member.partnership.id, districtId, focusArea },
    OfferRow,
  );
}

/** Every version of one offer, newest first. */
export function selectOfferVersions(
  view: MemberView,
  { districtId, focusArea, term }: OfferPlace,
): Promise<OfferVersion[]> {
  return view.rows(
    sql.selectOfferVersions,
    {
      partnershipId: view.member.partnership.id,
      districtId,
      focusArea,
      schoolYear: term.schoolYear,
      term: term.season,
    },
    VersionRow,
  );
}

/** Waits for whoever else asks for or changes this offer; what is read after it is as they left it. */
export function lockOffer(view: MemberView, { districtId, focusArea, term }: OfferPlace): Promise<void> {
  const offer = `offer ${view.member.partnership.id} ${districtId} ${focusArea} ${termKey(term)}`;
  return view.run(sql.lockCapacity, { offer });
}

export type CapacityWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'less than is promised' };

/** Makes or changes an offer: a version after `basedOn` (0 for a first). Never less than asks use already. */
export async function insertCapacity(
  view: MemberView,
  place: OfferPlace,
  basedOn: number,
  draft: CapacityDraft,
  at: Date,
): Promise<CapacityWritten> {
  const { districtId, focusArea, term } = place;
  const { contact, visits, hours, until, words } = draft;
  await lockOffer(view, place);
  const standing = (await selectOffers(view, { districtId, focusArea })).find(
    (offer) => termKey(offer.term) === termKey(term),
  );
  if (basedOn !== (standing?.version ?? 0)) return { done: false, reason: 'changed meanwhile' };
  if (standing && (visits < standing.used.visits || hours < standing.used.hours))
    return { done: false, reason: 'less than is promised' };
  const made = await view.optionalRow(
    sql.insertCapacity,
    {
      partnershipId: view.member.partnership.id,
      districtId,
      focusArea,
      schoolYear: term.schoolYear,
      term: term.season,
      version: basedOn + 1,
      visits,
      hours,
      personId: contact.kind === 'member' ? contact.personId : null,
      contactName: contact.kind === 'outside' ? contact.name : null,
      contactEmail: contact.kind === 'outside' ? contact.email : null,
      until,
      words,
      at,
      madeBy: view.member.personId,
    },
    z.object({ version: z.number() }),
  );
  if (!made) return { done: false, reason: 'changed meanwhile' };
  const area = focusAreas.find(({ id }) => id === focusArea)?.name ?? focusArea;
  await insertMemberAct(
    view,
    {
      act: `${basedOn === 0 ? 'offered' : 'changed the offer to'} ${amountText(draft)} in ${inSentence(area)}, ${termName(term)}`,
      subject: `capacity ${focusArea} ${termKey(term)}`,
      detail: {
        districtId,
        focusArea,
        term: termKey(term),
        version: basedOn + 1,
        visits,
        hours,
        until,
        contact: contact.kind === 'member' ? contact.personId : contact.name,
      },
    },
    at,
  );
  return { done: true };
}
