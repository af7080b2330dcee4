import { z } from 'zod';
import { measureById } from '../../measures/registry.ts';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLinkOf } from '../links/signedLinks.store.ts';
import { insertMail } from '../mail/mail.store.ts';
import { type Answering, replyTokenOf } from '../replies/replies.store.ts';
import { readStatements } from '../store/statements.ts';
import type { View } from '../store/view.ts';
import { predictions } from './cycleLists.ts';
import { studyMail } from './cycleMail.ts';
import { duePrompt, linkUntil } from './cyclePrompts.ts';
import { predictionSentence } from './prediction.ts';

const sql = readStatements(import.meta.url, ['selectSidesToPrompt', 'insertCyclePrompt']);

const SideRow = z.object({
  partnershipId: z.string(),
  slug: z.string(),
  partnership: z.string(),
  cycleId: z.string(),
  districtId: z.string(),
  district: z.string(),
  idea: z.string(),
  measureId: z.string(),
  group: z.enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]]),
  prediction: z.enum(predictions.map(({ id }) => id)),
  amount: z.string().nullable(),
  studyOn: z.string(),
  leaderName: z.string(),
  leaderEmail: z.string(),
  giverId: z.string(),
  giverName: z.string(),
  giverEmail: z.string(),
  sent: z.array(z.enum(['due', 'late'])),
});

/**
 * Mails the leaders of tests whose day of study has come, each with a link of their own, and answers how many mails were made. Called
 * again on the same day it makes none. The view is the operator's for every partnership, or a member's for their own.
 */
export async function duePrompts(
  view: View,
  { today, baseUrl, replyAddress }: Answering & { readonly today: string; readonly baseUrl: string },
  at: Date,
): Promise<number> {
  let made = 0;
  for (const side of await view.rows(sql.selectSidesToPrompt, { today }, SideRow)) {
    const { partnershipId, cycleId, districtId, studyOn, giverId, sent } = side;
    const kind = duePrompt({ studyOn, hasActed: false, sent }, today);
    if (kind === null) continue;
    const noted = await view.optionalRow(
      sql.insertCyclePrompt,
      { partnershipId, cycleId, districtId, studyOn, kind, at },
      z.object({ id: z.string() }),
    );
    if (!noted) continue;
    const holder = { name: side.leaderName, email: side.leaderEmail };
    const until = linkUntil(studyOn, today);
    const giver = { partnershipId, personId: giverId, districtId };
    const link = { kind: 'cycle', subjectId: cycleId, holder, until } as const;
    const token = await insertSignedLinkOf(view, giver, link, at);
    const answerable = await replyTokenOf(view, giver, link, { replyAddress }, at);
    const words = {
      to: holder,
      from: { name: side.giverName, email: side.giverEmail },
      district: side.district,
      partnership: side.partnership,
      idea: side.idea,
      predicted: predictionSentence(side, measureById(side.measureId)),
      studyOn,
      address: linkAddress(baseUrl, token),
      until,
    };
    await insertMail(view, { ...studyMail(words, kind), ...answerable }, at);
    made++;
  }
  return made;
}
