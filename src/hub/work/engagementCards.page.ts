import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { commitmentItems } from '../commitments/commitmentItems.page.ts';
import { selectCommitments } from '../commitments/commitments.store.ts';
import { selectHours } from '../commitments/hours.store.ts';
import { hoursCard } from '../commitments/hoursCard.page.ts';
import { mayEnterHours, mayPromise } from '../commitments/mayActOnCommitment.ts';
import { contactItems } from '../contacts/contactItems.page.ts';
import { selectContacts } from '../contacts/contacts.store.ts';
import { mayMeet } from '../contacts/mayMeet.ts';
import { cyclesCard } from '../cycles/cyclesCard.page.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
import { mayPlan } from '../cycles/mayTest.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { readLibrary } from '../practices/libraryReading.store.ts';
import { mayShapePractices } from '../practices/mayShapePractices.ts';
import { practicesCard } from '../practices/practiceCards.page.ts';
import { readWorkMoney, resourcesCard } from '../resources/resourcesCard.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Engagement } from './engagement.ts';
import { isAlive } from './standing.ts';

/** What the other rooms keep about an engagement, a card each: promises, meetings, tests, practices, money. */
export async function engagementCards(ask: MemberAsk, engagement: Engagement): Promise<Content> {
  const { id: engagementId } = engagement;
  const { home, member } = ask;
  const now = ask.hub.now();
  const today = calendarDay(now);
  const kept = await asMember(ask.hub.database, member, async (view) => ({
    parties: await selectParties(view),
    commitments: await selectCommitments(view, { engagementId }),
    contacts: await selectContacts(view, { engagementId }),
    hours: await selectHours(view, { engagementId }),
    cycles: await selectCycles(view, { engagementId }),
    library: await readLibrary(view),
    money: await readWorkMoney(view, engagementId),
  }));
  const { parties, commitments, contacts, cycles } = kept;
  const isOurs =
    isAlive(engagement) && engagement.parties.some((one) => one.districtId === member.districtId);
  const promised = {
    home,
    member,
    today,
    csrfToken: ask.person.csrfToken,
    engagements: [],
    here: `${home}/work/engagements/${engagementId}`,
  };
  const commitmentsCard = card({
    title: 'Commitments',
    id: 'commitments',
    body:
      commitments.length > 0
        ? bySide(parties, commitments, (own) => commitmentItems(own, promised))
        : html`<p class="quiet">Nothing is promised in it yet: who does what by when?</p>`,
    footer: link(
      isOurs && mayPromise(member),
      'Promise something',
      `${home}/work/commitments/new`,
      engagementId,
    ),
  });
  const contactsCard = card({
    title: 'Visits, calls and meetings',
    id: 'contacts',
    body:
      contacts.length > 0
        ? contactItems(contacts, { home, now, titleOf: () => undefined })
        : html`<p class="quiet">Nobody has met about it yet.</p>`,
    footer: link(isOurs && mayMeet(member), 'Plan one', `${home}/work/contacts/new`, engagementId),
  });
  const practices = { engagementId, mayAdd: isOurs && mayShapePractices(member.role) };
  return html`${commitmentsCard}${columns('two', [
    html`${contactsCard}${cyclesCard(engagementId, cycles, { home, parties, today, mayPlan: mayPlan(member, engagement) })}`,
    html`${hoursCard(kept.hours, {
      home,
      engagementId,
      parties,
      districtId: member.districtId,
      mayEnter: isOurs && mayEnterHours(member),
    })}${resourcesCard(home, kept.money, now)}${practicesCard(home, kept.library, practices)}`,
  ])}`;
}

function link(may: boolean, label: string, path: string, engagementId: string): Content {
  if (!may) return undefined;
  const href = `${path}?engagement=${engagementId}`;
  return html`<p class="actions">${linkButton({ label, href, tone: 'quiet' })}</p>`;
}

/** What each district has promised, under its name. */
function bySide<Kept extends { readonly districtId: string }>(
  parties: readonly Party[],
  kept: readonly Kept[],
  items: (own: readonly Kept[]) => Content,
): Content {
  return parties.map(({ districtId, shortName }) => {
    const own = kept.filter((one) => one.districtId === districtId);
    return own.length > 0 ? html`<h3>${shortName}</h3>${items(own)}` : '';
  });
}
