import { loadSolver } from '../../stats/pairing/loadSolver.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { linkButton } from '../../page/button.ts';
import { badge } from '../../page/badge.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { modes } from '../../vocabulary/partnership.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { askBadge } from './askItems.page.ts';
import { matchingParts } from '../matching/matchingParts.page.ts';
import { askPath, matchingTrail, needPath } from './matchingPlace.page.ts';
import { learnFromLinks, proposalCard } from './proposalCard.page.ts';
import { type PlannedNeed, type ProposalReading, readProposals } from './proposalReading.store.ts';
import { hoursOfProposal, type Proposals, proposeMatches, type WhyNone } from './proposals.ts';

/** Which open need may be brought to which strength, under capacity: proposed, explained, never ranked. */
export const proposalPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/proposals',
    access: 'members',
    answer: proposalPage,
  },
];

async function proposalPage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readProposals);
  const today = ask.hub.now().toISOString().slice(0, 10);
  const plan = proposeMatches(await loadSolver(), reading.waiting, reading.givers, today);
  return ask.respond({
    title: 'Proposals',
    section: 'matching',
    body: html`${pageHeading({
      title: 'Proposals',
      lead: leadOf(reading, plan),
      trail: matchingTrail(ask.home, { label: 'Proposals' }),
      badges: reading.synthetic ? badge('synthetic') : undefined,
    })}${matchingParts(ask.home, 'proposals')}${
      reading.planned.size === 0
        ? emptyState({
            title: 'No need is open',
            body: 'Proposals bring confirmed needs to strengths. Confirm a need first.',
            action: linkButton({ label: 'Needs', href: `${ask.home}/matching/needs` }),
            level: 2,
          })
        : html`${planned(ask, reading, plan)}${inHand(ask, reading)}${howWeighed()}`
    }`,
  });
}

function leadOf({ waiting }: ProposalReading, plan: ReturnType<typeof proposeMatches>): string {
  if (!plan.ok || waiting.length === 0)
    return 'Open needs, brought to strengths of the partner under what each can give.';
  const [met, all] = [plan.proposals.length, waiting.length];
  const needs = all === 1 ? 'the 1 need' : `the ${all} needs`;
  return `Of ${needs} that nobody has been asked about, ${met === 0 ? 'none' : met} can be brought to a strength of the partner under what each can give. In the order of their names: this ranks nobody.`;
}

function planned(ask: MemberAsk, reading: ProposalReading, plan: ReturnType<typeof proposeMatches>): Content {
  if (!plan.ok)
    return callout({
      kind: 'refusal',
      title: 'No best plan could be proved.',
      body: 'Look at each need by itself: its page says who is strong and has time.',
    });
  return html`${
    plan.proposals.length > 0
      ? section({
          title: 'Brought together',
          id: 'proposals',
          body: html`${plan.proposals.map((proposal) => proposalCard(ask, reading, proposal))}`,
        })
      : ''
  }${plan.without.length > 0 ? without(ask.home, reading, plan) : ''}`;
}

const whyWords: Readonly<Record<WhyNone, string>> = {
  'nobody is strong': 'Nobody in the partnership is strong here.',
  'the strong offer nothing': 'The partner is strong here and offers no capacity in this focus area.',
  'capacity goes to other needs': 'What the partner can give is worth more for other needs.',
};

function without(home: string, { planned: needs }: ProposalReading, plan: Proposals): Html {
  return section({
    title: 'Without a proposal',
    id: 'without',
    lead: 'What else can be done about each: work on it together, or learn from a strong district outside, where nobody has offered time.',
    body: card({
      body: itemList(
        plan.without.flatMap(({ needId, why }) => {
          const one = needs.get(needId);
          return one
            ? [
                {
                  title: one.name,
                  href: needPath(home, needId),
                  badges: modeBadge(one.mode),
                  body: html`${whyWords[why]}${one.learnFrom.length > 0 ? html` Learn from: ${learnFromLinks(home, one)}.` : ''}`,
                  meta: one.need.wording,
                },
              ]
            : [];
        }),
      ),
    }),
  });
}

function modeBadge(mode: PlannedNeed['mode']): Content {
  return mode ? badge('info', modes.find(({ id }) => id === mode)?.name) : undefined;
}

function inHand({ home, hub }: MemberAsk, { inHand: asked }: ProposalReading): Content {
  if (asked.length === 0) return '';
  return section({
    title: 'In hand already',
    id: 'in-hand',
    body: card({
      body: itemList(
        asked
          .toSorted((a, b) => (a.planned.name < b.planned.name ? -1 : 1))
          .map(({ planned: { name, need }, ask: made }) => ({
            title: name,
            href: askPath(home, made.id),
            badges: askBadge(made, hub.now()),
            body: `${made.to.name} has been asked.`,
            meta: need.wording,
          })),
      ),
    }),
  });
}

function howWeighed(): Html {
  return details({
    summary: 'How proposals are made',
    body: html`<p>Each open need and each strength of another district of the partnership in the same measure and student group could be brought together. What that is worth is a product: the size of the need and of the strength, each in standard deviations between districts, each times the certainty that it is more than chance. A confirmed need that the figures call none counts as a tenth of a standard deviation at even odds.</p>
<p>A need is helped once. A district takes up no more needs in a focus area than it has visits left, and hours of calls by ${hoursOfProposal}, in terms that can still be asked for. Of all plans that keep to this, the one that is worth most in all is found exactly (maximum-weight matching with capacities). The runner-up is the best plan without the proposal.</p>
<p>It is a proposal. Nobody has been asked, and nothing is decided by it.</p>`,
  });
}
