import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { safeHref } from '../../page/safeHref.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { mayClaim } from '../claims/mayClaim.ts';
import { cycleItem } from '../cycles/cycleItems.page.ts';
import type { MemberAsk } from '../web/route.ts';
import { studyDesigns } from './essaTier.ts';
import { tierBadge } from './practiceCards.page.ts';
import { practicePath } from './practicePlace.page.ts';
import type { PracticeReading } from './practiceReading.store.ts';
import { nameOf } from './practiceWords.ts';
import type { Study } from './studies.store.ts';

/** What it rests on: the tier that the studies give, and beside it, never mixed into it, what the partnership itself found. */
export function evidenceSection(ask: MemberAsk, reading: PracticeReading, may: boolean): Content {
  const { practice, studies } = reading;
  const standing = studies.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = studies.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const path = `${practicePath(ask.home, practice.id)}/studies`;
  return section({
    title: 'What it rests on',
    id: 'evidence',
    lead: 'Research from elsewhere gives the tier; what we found ourselves stands beside it.',
    action: may ? linkButton({ label: 'Record a study', href: `${path}/new` }) : undefined,
    body: html`${columns('two', [tierCard(reading), ownCard(ask, reading)])}${card({
      title: standing.length === 1 ? 'The study' : 'The studies',
      body: html`${
        standing.length > 0
          ? itemList(standing.map((study) => studyItem(ask, path, study, may)))
          : html`<p class="quiet">No study is recorded yet. Five answers about one are enough to derive a tier.</p>`
      }${
        withdrawn.length > 0
          ? details({
              summary: `${withdrawn.length} withdrawn`,
              body: itemList(withdrawn.map((study) => studyItem(ask, path, study, false))),
            })
          : ''
      }`,
    })}`,
  });
}

function tierCard({ tier }: PracticeReading): Content {
  return card({
    title: 'Evidence tier',
    badges: tierBadge(tier),
    body: html`<p>${tier.because}</p>${tier.missing ? html`<p>${tier.missing}</p>` : ''}`,
    footer: 'Derived from the studies below by the federal guidance on evidence of 2016; nobody types it.',
  });
}

function ownCard({ home, hub, member }: MemberAsk, reading: PracticeReading): Content {
  const { practice, question, finding, cycles, parties } = reading;
  const path = `${home}/claims/${practice.claimId}`;
  const estimate = finding
    ? html`<p>${finding.sentence}</p><p><a href="${path}">The claim, fixed before the figures were opened</a></p>`
    : practice.claimId
      ? html`<p>The question is registered and has not been worked out yet: <a href="${path}">${question ?? 'the claim'}</a></p>`
      : html`<p class="quiet">No question about it is registered. ${
          mayClaim(member.role)
            ? html`<a href="${`${home}/claims/new`}">Register one</a> before the figures come, then link it here.`
            : 'A coordinator or research lead registers one before the figures come.'
        }</p>`;
  const today = calendarDay(hub.now());
  const tests =
    cycles.length > 0
      ? html`<p class="item-title">Tested in small</p>${itemList(cycles.map((cycle) => cycleItem(cycle, { home, parties, today })))}`
      : '';
  return card({
    title: 'Our own estimate',
    body: html`${estimate}${tests}`,
    footer: 'Ours alone: it never moves tiers 1 to 3.',
  });
}

function studyItem({ person }: MemberAsk, path: string, study: Study, may: boolean): Item {
  const { citation, link, madeBy, withdrawnBy } = study;
  return {
    title: citation,
    body: html`${factsOf(study).join('; ')}.${link ? html` <a href="${safeHref(link)}" rel="noreferrer">Read it</a>` : ''}`,
    meta: withdrawnBy ? `Recorded by ${madeBy}, withdrawn by ${withdrawnBy}` : `Recorded by ${madeBy}`,
    action: may
      ? form({
          action: `${path}/${study.id}/withdraw`,
          csrfToken: person.csrfToken,
          submit: 'Withdraw',
          submitTone: 'quiet',
          body: html`<span class="visually-hidden">${citation}</span>`,
        })
      : undefined,
  };
}

function factsOf(study: Study): string[] {
  const { design, students, groupsOfTen, districts, schools } = study;
  const counts = [
    [students, 'student', 'students'],
    [groupsOfTen, 'class of ten or more', 'classes of ten or more'],
    [schools, 'school', 'schools'],
    [districts, 'district', 'districts'],
  ] as const;
  const sizes = counts.flatMap(([count, one, many]) =>
    count === null ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`],
  );
  if (design === 'rationale') return [nameOf(studyDesigns, design), ...sizes];
  const effect = study.unfavourable
    ? 'a significant unfavourable effect'
    : study.favourable
      ? 'a significant favourable effect'
      : 'no significant favourable effect';
  return [
    nameOf(studyDesigns, design),
    ...sizes,
    effect,
    ...(design === 'correlational'
      ? []
      : [
          `${study.attrition ?? 'untold'} attrition`,
          study.baselineShown ? 'alike at the start' : 'not shown alike at the start',
        ]),
    `${study.samePopulation ? 'students like ours' : 'other students'}, ${study.sameSetting ? 'schools like ours' : 'other schools'}`,
  ];
}
