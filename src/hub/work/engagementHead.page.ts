import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import { engagementReasonName } from './engagementReasons.ts';
import { nextStepOf } from './nextStep.ts';
import { nextStepWords } from './nextStepWords.ts';
import { engagementPath } from './workPlace.page.ts';

/** Where the asker stands: their district where it is one of the two, and whether they may act for it. */
export type Standpoint = {
  readonly home: string;
  readonly districtId: string | null;
  readonly mayAct: boolean;
  readonly today: string;
};

/** What comes next, who is waited for, and the one button that does it; how it ended where it is closed. */
export function nextCallout(
  reading: EngagementReading,
  { home, districtId, mayAct, today }: Standpoint,
): Content {
  const { engagement, parties } = reading;
  if (engagement.state === 'closed') return endCallout(reading);
  const step = nextStepOf(engagement, today);
  const names = step.waitsFor.map((id) => parties.find((party) => party.districtId === id)?.shortName ?? '');
  const words = nextStepWords({
    engagement,
    step,
    who: names.length > 0 ? names.join(' and ') : 'Nobody',
    today,
    formatDay: formatDate,
  });
  const isOurs = mayAct && districtId !== null && step.waitsFor.includes(districtId);
  const owners = engagement.parties.flatMap(({ districtId: id, owner }) =>
    step.waitsFor.includes(id) && owner ? [owner.name] : [],
  );
  const path = engagementPath(home, engagement.id);
  return callout({
    kind: isOurs ? 'warning' : 'info',
    title: isOurs ? `Next, and yours: ${words.sentence}` : `Next: ${words.sentence}`,
    body:
      isOurs && words.button && words.formId
        ? html`<p class="actions">${linkButton({ label: words.button, href: `${path}/${words.formId}`, tone: 'main' })}</p>`
        : owners.length > 0
          ? `Owned by ${owners.join(' and ')}.`
          : undefined,
  });
}

function endCallout({ engagement }: EngagementReading): Content {
  const { words, changedAt, changedBy } = engagement;
  return callout({
    kind: 'info',
    title: `Closed: ${engagementReasonName(engagement)}.`,
    body: html`${words ? html`<q>${words}</q> ` : ''}${changedBy}, ${formatDate(changedAt.toISOString().slice(0, 10))}.`,
  });
}
