import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { type FoundAgreement, respondAgreement, withAgreement } from './agreement.page.ts';
import { agreementMails } from './agreementMail.ts';
import { agreementPath, ownParty } from './agreementPlace.page.ts';
import { insertSignature } from './agreements.store.ts';
import { signingRoles } from './mayAgree.ts';

/** A superintendent signs for the district. */
export const signAgreementPages: Route[] = [
  {
    method: 'post',
    path: '/partnerships/:partnership/agreement/:agreement/sign',
    access: signingRoles,
    answer: (ask) => withAgreement(ask, (found) => signAgreement(ask, found)),
  },
];

const refusals = {
  'changed meanwhile':
    'You have not signed: other terms were put forward while you were reading. They stand below; read them first.',
  'not proposed': 'You have not signed: this is a draft, which nobody signs before it is proposed.',
  'not a party': 'You have not signed: your district is not among those of this agreement.',
  'signed already': 'Your district has signed this version already: nothing was changed.',
  'past its end':
    'You have not signed: the last day of these terms is past. Put terms with a later last day forward.',
  'ended already': 'You have not signed: the agreement was ended meanwhile.',
} as const;

async function signAgreement(ask: MemberAsk, { agreement, parties }: FoundAgreement): Promise<Response> {
  const own = ownParty(ask, parties);
  if (!own)
    return ask.respond(
      sentencePage({
        title: 'Not yours to sign',
        status: 403,
        sentence:
          'A superintendent signs for their own district, and you belong to none of this partnership.',
      }),
    );
  const version = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
  const hash = ask.form.hash ?? '';
  const address = `${ask.hub.config.baseUrl}${agreementPath(ask.home, agreement.id)}`;
  const written = await asMember(ask.hub.database, ask.member, async (view) => {
    const members = await selectMembers(view);
    return insertSignature(
      view,
      own.districtId,
      { id: agreement.id, version, hash },
      (isSignedByAll, { versions }) => {
        const title = versions.at(-1)?.terms.title ?? '';
        return agreementMails({
          members,
          butDistrictId: isSignedByAll ? null : own.districtId,
          subject: isSignedByAll ? `Signed by all: ${title}` : `${own.shortName} has signed: ${title}`,
          sentences: [
            `${ask.member.name} has signed version ${version} of “${title}” for ${own.name}.`,
            isSignedByAll
              ? 'Every district has signed. Its grants hold from its first day; each vault takes its grant file from the page of the agreement.'
              : 'It is in force once your superintendent has signed it too.',
          ],
          address,
        });
      },
      ask.hub.now(),
    );
  });
  if (written.done) return ask.context.redirect(agreementPath(ask.home, agreement.id), 303);
  return withAgreement(ask, (now) => respondAgreement(ask, now, refusals[written.reason]));
}
