import { measureById } from '../../measures/registry.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLink } from '../links/signedLinks.store.ts';
import { insertMail } from '../mail/mail.store.ts';
import { type Answering, ownReplyToken } from '../replies/replies.store.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { Cycle } from './cycle.ts';
import type { SideDraft } from './cycleDraft.ts';
import { leadingMail } from './cycleMail.ts';
import { linkUntil } from './cyclePrompts.ts';
import { predictionSentence } from './prediction.ts';

/** Where the hub is reached, and answered to. */
export type Reach = Answering & { readonly baseUrl: string };

type Led = Pick<Cycle, 'id' | 'idea' | 'measureId' | 'group' | 'prediction' | 'amount'>;

/**
 * Tells whoever was named to lead a test, with a link by which they log it; nobody is told of what they set up themselves. Called in the
 * transaction of the plan. `reach` null tells nobody.
 */
export async function tellLeader(
  view: MemberView,
  cycle: Led,
  {
    districtId,
    district,
    side,
  }: { readonly districtId: DistrictId; readonly district: string; readonly side: SideDraft },
  from: { readonly name: string; readonly email: string },
  reach: Reach | null,
  at: Date,
): Promise<void> {
  const { leader, studyOn } = side;
  if (reach === null || leader.personId === view.member.personId) return;
  const until = linkUntil(studyOn, calendarDay(at));
  const holder = { name: leader.name, email: leader.email };
  const link = { kind: 'cycle', subjectId: cycle.id, holder, until, districtId } as const;
  const token = await insertSignedLink(view, link, at);
  const mail = leadingMail({
    to: holder,
    from,
    district,
    partnership: view.member.partnership.name,
    idea: cycle.idea,
    predicted: predictionSentence(cycle, measureById(cycle.measureId)),
    studyOn,
    address: linkAddress(reach.baseUrl, token),
    until,
  });
  await insertMail(view, { ...mail, ...(await ownReplyToken(view, link, reach, at)) }, at);
}
