import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { safeHref } from '../../page/safeHref.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, strategies } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { measurePath } from '../evidence/figurePath.ts';
import { needPath } from '../needs/matchingPlace.page.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { adoptionSection } from './adoptionTree.page.ts';
import { evidenceSection } from './evidenceSection.page.ts';
import { mayShapePractices } from './mayShapePractices.ts';
import { tierBadge, resultBadge, placeOf } from './practiceCards.page.ts';
import { practicePath, practiceTrail } from './practicePlace.page.ts';
import { type PracticeReading, readPractice } from './practiceReading.store.ts';
import { nameOf, practiceGrades } from './practiceWords.ts';
import { resultsSection } from './resultsSection.page.ts';

/** One practice: what is done, what came of it in both places, who changed what when it moved, and what it rests on. */
export const practicePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/practices/:practice',
    access: 'members',
    answer: (ask) => withPractice(ask, (reading) => practicePage(ask, reading)),
  },
];

/** The practice that the address names. */
export async function withPractice(
  ask: MemberAsk,
  answer: (reading: PracticeReading) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('practice');
  const reading = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => readPractice(view, id))
    : undefined;
  return reading ? answer(reading) : notFound(ask, 'There is no such practice.');
}

function practicePage(ask: MemberAsk, reading: PracticeReading): Promise<Response> {
  const { practice, parties, adoptions, tier } = reading;
  const home = practicePath(ask.home, practice.id);
  const may = ask.member.districtId !== null && mayShapePractices(ask.member.role);
  return ask.respond({
    title: practice.name,
    section: 'practices',
    body: html`${pageHeading({
      title: practice.name,
      eyebrow: focusAreas.find(({ id }) => id === practice.focusArea)?.name,
      trail: practiceTrail(ask.home, { label: practice.name }),
      badges: html`${tierBadge(tier)} ${adoptions.map((one) => html`${resultBadge(one, placeOf(parties, one))} `)}`,
      meta: `Entered by ${practice.madeBy}; version ${practice.version}`,
      actions: may
        ? html`${linkButton({ label: 'Take it up', href: `${home}/adoptions/new`, tone: 'main' })}${linkButton(
            {
              label: 'Describe it anew',
              href: `${home}/change`,
            },
          )}`
        : undefined,
    })}${columns('two', [doneCard(reading), originCard(ask, reading)])}${resultsSection(ask.home, reading)}${adoptionSection(ask, reading, may)}${evidenceSection(ask, reading, may)}${versions(reading)}`,
  });
}

function doneCard({ practice }: PracticeReading): Content {
  const takes = [
    ['Hours', practice.hours],
    ['People', practice.people],
    ['Materials', practice.materials],
  ] as const;
  return card({
    title: 'What is done',
    body: html`${practice.done
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => html`<p>${line}</p>`)}${definitionList(
      takes.flatMap(([term, description]) => (description ? [{ term, description }] : [])),
    )}`,
    footer: practice.link
      ? html`<a href="${safeHref(practice.link)}" rel="noreferrer">${practice.link}</a>`
      : undefined,
  });
}

function originCard(
  { home }: MemberAsk,
  { practice, measure, parties, needs, engagements }: PracticeReading,
): Content {
  const [main] = practice.groups;
  const from = parties.find(({ districtId }) => districtId === practice.districtId);
  const engagement = engagements.find(({ id }) => id === practice.engagementId);
  const placeName = (districtId: string) => placeOf(parties, { districtId });
  return card({
    title: 'For whom, and from where',
    body: definitionList([
      {
        term: 'Should move',
        description: html`<a href="${measurePath(home, measure.id, main)}">${measure.shortName}</a>`,
      },
      {
        term: 'Students',
        description: practice.groups.map((group) => studentGroupName(group)).join(', '),
      },
      { term: 'Grades', description: practice.grades.map((id) => nameOf(practiceGrades, id)).join(', ') },
      { term: 'Begun', description: from ? `in ${from.name}` : 'elsewhere; both learned it there' },
      ...(engagement
        ? [
            {
              term: 'Engagement',
              description: html`<a href="${`${home}/work/engagements/${engagement.id}`}">${engagement.title}</a>`,
            },
          ]
        : []),
      {
        term: needs.length === 1 ? 'Need' : 'Needs',
        description:
          needs.length === 0
            ? 'No open need names this measure and these students.'
            : needs.map(
                (need) =>
                  html`<p>${placeName(need.districtId)}: <a href="${needPath(home, need.id)}">${need.wording}</a>${need.id === practice.needId ? ' (it came from this one)' : ''}</p>`,
              ),
      },
      {
        term: 'Strategy',
        description: inSentence(strategies.find(({ id }) => id === practice.strategy)?.name ?? ''),
      },
    ]),
  });
}

function versions({ versions: all }: PracticeReading): Content {
  if (all.length < 2) return '';
  return section({
    title: 'How it was described',
    id: 'versions',
    body: details({
      summary: `${all.length} versions`,
      body: itemList(
        all.map(({ version, name, done, words, madeAt, madeBy }) => ({
          title: `Version ${version}: ${name}`,
          body: html`${words ? html`<strong>Why:</strong> ${words}<br>` : ''}${done}`,
          meta: `${madeBy}, ${formatMoment(madeAt)}`,
        })),
      ),
    }),
  });
}
