import { measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { roleOfPosition } from '../partnership/roleOfPosition.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { servingWork } from '../work/servingWork.page.ts';
import { askItems, dayOf } from './askItems.page.ts';
import { cellNotes } from './comparisonNoteList.page.ts';
import { type EffectRow, effectChart } from '../matching/effectChart.page.ts';
import { evidenceTable, type SaidThen } from './keptEvidence.page.ts';
import { cellPath } from '../matching/matchingPath.ts';
import { matchingTrail, needPath } from './matchingPlace.page.ts';
import { mayWorkOnNeeds } from './mayWorkOnNeeds.ts';
import { learnFromTable, partnerCards } from './needHelp.page.ts';
import { needHistory } from './needHistory.page.ts';
import { type NeedReading, readNeed } from './needReading.store.ts';
import { rotOf } from './needRot.ts';
import { rotCallout } from './rotWords.page.ts';
import { isId } from '../store/uuid.ts';

/** One need: what the figures said and say, who can help, what was asked, and how it changed. */
export const needPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/needs/:need',
    access: 'members',
    answer: needPage,
  },
];

async function needPage(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('need');
  const { reading, engagements } = await asMember(ask.hub.database, ask.member, async (view) => ({
    reading: isId(id) ? await readNeed(view, id) : undefined,
    engagements: await selectEngagements(view),
  }));
  if (!reading) return notFound(ask, 'There is no such need.');
  const { need, party, now, versions, sources, partners, asks, notes } = reading;
  const measure = measureById(need.measureId);
  const about = `${measure.shortName}: ${inSentence(studentGroupName(need.group))}`;
  const isOwn = party.districtId === ask.member.districtId;
  const may = isOwn && mayWorkOnNeeds(ask.member.role);
  const today = ask.hub.now();
  const said = saidThen(reading);
  const parties = [party, ...partners.map((one) => one.party)];
  return ask.respond({
    title: `${party.shortName} needs: ${about}`,
    section: 'matching',
    body: html`${pageHeading({
      title: need.wording,
      eyebrow: `${focusAreas.find(({ id: area }) => area === need.focusArea)?.name}, a need of ${party.shortName}`,
      lead: about,
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: about },
      ),
      badges: need.isOpen ? badge('info', 'Open') : badge('neutral', 'Closed'),
      meta: ownedText(reading),
      actions: may
        ? linkButton({
            label: need.isOpen ? 'Change or close' : 'Open it again',
            href: `${needPath(ask.home, need.id)}/change`,
          })
        : undefined,
    })}${standingCallout(reading, today)}
${section({
  title: 'What the figures said, and say today',
  id: 'evidence',
  lead: changedSentence(reading),
  body: card({
    body: html`${effectChart(effectRows(reading, said), measure)}${evidenceTable([...said, { when: 'Today', day: null, evidence: now }], measure, sources)}`,
    footer: html`<a href="${cellPath(ask.home, measure.id, need.group)}">How this cell is judged, for both districts</a>`,
  }),
})}
${section({
  title: 'Who can help',
  id: 'help',
  lead: 'Similar by whom they serve, strong by how they do. Capacity is what a district says it can give.',
  body: html`${partnerCards({ home: ask.home, reading, measure, mayAsk: may, today: today.toISOString().slice(0, 10) })}${card(
    {
      title: 'Places to learn from',
      level: 3,
      body: learnFromTable(ask.home, reading, measure),
      footer: `Districts that serve students like ${party.shortName}’s and do better than expected. They belong to no partnership here: nobody there has offered time.`,
    },
  )}`,
})}
${section({
  title: 'What was asked',
  id: 'asks',
  body: card({
    body:
      asks.length > 0
        ? askItems(ask.home, asks.toReversed(), {
            parties,
            member: ask.member,
            now: today,
            withSubject: false,
          })
        : html`<p class="quiet">Nobody has been asked yet.</p>`,
  }),
})}
${servingWork(ask, { engagements, parties, by: { need: need.id } })}
${section({
  title: 'Is the comparison fair?',
  id: 'notes',
  body: card({
    body: cellNotes(ask, party, need, notes),
  }),
})}
${section({ title: 'How it changed', id: 'history', body: card({ body: needHistory(ask.home, versions) }) })}`,
  });
}

function ownedText({ need, versions }: NeedReading): string {
  const by = versions.at(-1)?.madeBy;
  return by === need.ownerName
    ? `Confirmed on ${dayOf(need.madeAt)} and owned by ${by}`
    : `Confirmed by ${by ?? 'somebody'} on ${dayOf(need.madeAt)}; owned by ${need.ownerName}`;
}

/** What the figures said each time somebody confirmed it or opened it again, oldest first. */
function saidThen({ versions, kept }: NeedReading): SaidThen[] {
  return versions.toReversed().flatMap(({ evidenceId, step }) => {
    const stored = evidenceId ? kept.get(evidenceId) : undefined;
    const when = step === 'confirmed' ? 'When confirmed' : 'When opened again';
    return stored ? [{ when, day: dayOf(stored.keptAt), evidence: stored.evidence }] : [];
  });
}

/** The district then and now, and what the others say today. */
function effectRows({ party, now, partners }: NeedReading, said: readonly SaidThen[]): EffectRow[] {
  const row = (one: Party, when: string, evidence: EffectRow['evidence']): EffectRow => ({
    label: `${one.shortName}, ${when}`,
    name: one.shortName,
    role: roleOfPosition(one.position),
    evidence,
  });
  return [
    ...said.map(({ evidence }, i) => row(party, i === 0 ? 'when confirmed' : `opened again ${i}`, evidence)),
    row(party, 'today', now),
    ...partners.map((partner) => row(partner.party, 'today', partner.evidence)),
  ];
}

function standingCallout({ need, versions, asks, members }: NeedReading, now: Date): Content {
  const [latest] = versions;
  if (!need.isOpen && latest)
    return callout({
      kind: 'info',
      title: `Closed by ${latest.madeBy}, ${formatMoment(latest.madeAt)}.`,
      body: latest.words,
    });
  const owners = new Set(
    members.filter((one) => one.districtId === need.districtId).map((one) => one.personId),
  );
  return rotCallout(rotOf({ ...need, asks }, owners, now), need);
}

/** Whether the figures still say what they said when somebody acted on them last. */
function changedSentence({ versions, kept, now }: NeedReading): string {
  const last = versions.find(({ evidenceId }) => evidenceId !== null)?.evidenceId;
  const then = last ? kept.get(last)?.evidence : undefined;
  if (!then) return '';
  if (then.status !== now.status)
    return `Then it was called “${then.status}”, today “${now.status}”. The need stands until somebody closes it.`;
  return then.schoolYear === now.schoolYear && then.figure?.value === now.figure?.value
    ? 'The figures are the same today.'
    : `It is still called “${now.status}”; the figures have moved on.`;
}
