import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { modes } from '../../vocabulary/partnership.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { assistancePart } from './assistancePart.page.ts';
import { partyIn } from './engagement.ts';
import { withEngagement } from './engagementAct.page.ts';
import { engagementCards } from './engagementCards.page.ts';
import { factsOf } from './engagementFacts.page.ts';
import { nextCallout, type Standpoint } from './engagementHead.page.ts';
import { engagementHistory } from './engagementHistory.page.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import { externalPart } from './externalPart.page.ts';
import { jointPart } from './jointPart.page.ts';
import { mayWorkOn } from './mayWork.ts';
import { partyCards } from './partyCards.page.ts';
import { standingBadge } from './standingWords.page.ts';
import { engagementPath, workTrail } from './workPlace.page.ts';

/** One piece of work: what, who, how it stands, what comes next, and all that hangs on it. */
export const engagementPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/engagements/:engagement',
    access: 'members',
    answer: (ask) => withEngagement(ask, (reading) => respondEngagement(ask, reading)),
  },
];

async function respondEngagement(ask: MemberAsk, reading: EngagementReading): Promise<Response> {
  const { engagement, versions, parties } = reading;
  const standpoint: Standpoint = {
    home: ask.home,
    districtId: partyIn(engagement, ask.member.districtId) ? ask.member.districtId : null,
    mayAct: mayWorkOn(ask.member, engagement),
    today: calendarDay(ask.hub.now()),
  };
  const cards = await engagementCards(ask, engagement);
  return ask.respond({
    title: engagement.title,
    section: 'work',
    body: html`${pageHeading({
      title: engagement.title,
      eyebrow: modes.find(({ id }) => id === engagement.mode)?.name,
      lead: engagement.purpose,
      trail: workTrail(ask.home, { label: engagement.title }),
      badges: standingBadge(engagement, standpoint.today),
    })}${nextCallout(reading, standpoint)}${partyCards(reading, standpoint.districtId)}
<div class="columns columns-main-side"><div>${modePart(reading, standpoint)}</div><div>${card({ title: 'What it serves', body: factsOf(ask, reading) })}${otherActs(reading, standpoint)}</div></div>${section({ title: 'What is done in it', id: 'done', body: cards })}${section(
      {
        title: 'History',
        id: 'history',
        body: card({
          body: html`${engagementHistory(versions.slice(0, 4), parties)}${
            versions.length > 4
              ? details({
                  summary: `${versions.length - 4} earlier`,
                  body: engagementHistory(versions.slice(4), parties),
                })
              : ''
          }`,
        }),
      },
    )}`,
  });
}

function modePart(reading: EngagementReading, standpoint: Standpoint): Content {
  const { mode } = reading.engagement;
  if (mode === 'joint') return jointPart(reading, standpoint);
  return mode === 'external' ? externalPart(reading, standpoint) : assistancePart(reading, standpoint);
}

/** What can be done beside the next step. */
function otherActs({ engagement }: EngagementReading, { home, mayAct }: Standpoint): Content {
  if (!mayAct || engagement.state === 'closed') return undefined;
  const path = engagementPath(home, engagement.id);
  const isBegun = engagement.state === 'agreed' || engagement.state === 'testing';
  const buttons = html`<p class="actions">${linkButton({ label: 'Change the plan', href: `${path}/change` })}${
    isBegun ? linkButton({ label: 'Let it rest', href: `${path}/suspend`, tone: 'quiet' }) : ''
  }${linkButton({
    label: isBegun || engagement.state === 'suspended' ? 'Close it' : 'Say no or take it back',
    href: `${path}/close`,
    tone: 'quiet',
  })}</p>`;
  return card({ body: buttons });
}
