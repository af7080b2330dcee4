import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { type FoundAgreement, respondAgreement, withAgreement } from './agreement.page.ts';
import { agreementMails } from './agreementMail.ts';
import { agreementPath, agreementTrail, ownParty, shortNamesOf } from './agreementPlace.page.ts';
import { insertAgreementEnd } from './agreements.store.ts';
import { grantSentence, listed } from './clauseWords.page.ts';
import { agreeingRoles } from './mayAgree.ts';
import { canBeEnded, partyTo, standingOf } from './standing.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

const path = '/partnerships/:partnership/agreement/:agreement/end';

/** Ending an agreement before its last day, or taking one of its grants back: at once, with a reason both read. */
export const endAgreementPages: Route[] = [
  {
    method: 'get',
    path,
    access: agreeingRoles,
    answer: (ask) => withAgreement(ask, (found) => respondEnd(ask, found, new Map())),
  },
  {
    method: 'post',
    path,
    access: agreeingRoles,
    answer: (ask) => withAgreement(ask, (found) => endAgreement(ask, found)),
  },
];

const longestWords = 1000;

/** The grants a district may take back: its own, while they are not taken back already. */
function ownGrants(ask: MemberAsk, { agreement, parties }: FoundAgreement) {
  const own = ownParty(ask, parties);
  const { signed, inForce } = standingOf(agreement, calendarDay(ask.hub.now()));
  const gone = new Set(agreement.endings.map(({ grantId }) => grantId));
  const grants = [...(inForce?.terms.grants ?? []), ...(signed?.terms.grants ?? [])];
  return grants.filter(
    ({ id, from }, i) => from === own?.cds && !gone.has(id) && grants.findIndex((one) => one.id === id) === i,
  );
}

function respondEnd(
  ask: MemberAsk,
  found: FoundAgreement,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const { agreement, parties } = found;
  const today = calendarDay(ask.hub.now());
  const { signed } = standingOf(agreement, today);
  const own = partyTo(signed, ownParty(ask, parties));
  if (!own || !signed || !canBeEnded(agreement, today))
    return ask.respond(
      sentencePage({
        title: 'Nothing to end',
        status: signed && !own ? 403 : 409,
        sentence:
          signed && !own
            ? 'An agreement is ended by people of its districts, and you belong to none of them.'
            : 'This agreement is not in force: there is nothing to end.',
        actions: linkButton({ label: 'Back to the agreement', href: agreementPath(ask.home, agreement.id) }),
      }),
    );
  const names = shortNamesOf(parties);
  const back = agreementPath(ask.home, agreement.id);
  return ask.respond({
    title: 'End it or take a grant back',
    section: 'agreement',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'End it or take a grant back',
      lead: 'It takes effect at once: the partner’s next page no longer shows what was shared. It cannot be undone; only a new agreement shares again.',
      trail: agreementTrail(ask.home, { label: signed.terms.title, href: back }, { label: 'End' }),
    })}${callout({
      kind: 'warning',
      title: 'What the partner has seen, they have seen.',
      body: 'Tandem hides the figures from this moment; it cannot take back what somebody has printed or noted.',
    })}${card({
      body: form({
        action: `${back}/end`,
        csrfToken: ask.person.csrfToken,
        submit: 'End it now',
        submitTone: 'danger',
        second: linkButton({ label: 'Leave it as it is', href: back, tone: 'quiet' }),
        errors: [...errors].map(([name, message]) => ({ field: name, message })),
        body: html`${radioGroup({
          id: 'what',
          name: 'what',
          label: 'What ends?',
          error: errors.get('what'),
          value: ask.form.what,
          choices: [
            ...ownGrants(ask, found).map((clause) => ({
              value: clause.id,
              label: `What ${own.shortName} shows ${listed(clause.to.map((cds) => names.get(cds) ?? cds))}`,
              hint: grantSentence(clause),
            })),
            { value: 'all', label: 'The whole agreement, both ways' },
          ],
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'Why?',
          rows: 3,
          hint: 'The partner reads it, and the history keeps it.',
          error: errors.get('words'),
          value: ask.form.words,
        })}`,
      }),
    })}`,
  });
}

async function endAgreement(ask: MemberAsk, found: FoundAgreement): Promise<Response> {
  const { agreement, parties } = found;
  const today = calendarDay(ask.hub.now());
  const { signed } = standingOf(agreement, today);
  const own = partyTo(signed, ownParty(ask, parties));
  if (!own || !signed || !canBeEnded(agreement, today)) return respondEnd(ask, found, new Map());
  const grant = ownGrants(ask, found).find(({ id }) => id === ask.form.what);
  const errors = new Map<string, string>();
  if (!grant && ask.form.what !== 'all') errors.set('what', 'Choose what ends.');
  const words = ask.form.words?.trim() ?? '';
  if (!words) errors.set('words', 'Say why: the partner reads it.');
  if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  if (errors.size > 0) return respondEnd(ask, found, errors);
  const { title } = signed.terms;
  const written = await asMember(ask.hub.database, ask.member, async (view) => {
    const did = grant ? 'has taken a grant back' : 'has ended the agreement';
    const mails = agreementMails({
      members: await selectMembers(view),
      butDistrictId: own.districtId,
      subject: `${own.shortName} ${did}: ${title}`,
      sentences: [
        `${ask.member.name} of ${own.name} ${did} “${title}”, from this moment.`,
        ...(grant ? [grantSentence(grant)] : []),
        `Why: ${words}`,
      ],
      address: `${ask.hub.config.baseUrl}${agreementPath(ask.home, agreement.id)}`,
    });
    const end = { agreement, grantId: grant?.id ?? null, words };
    return insertAgreementEnd(view, own.districtId, end, mails, ask.hub.now());
  });
  if (written.done) return ask.context.redirect(agreementPath(ask.home, agreement.id), 303);
  return withAgreement(ask, (now) =>
    respondAgreement(ask, now, 'It was ended already: nothing was changed.'),
  );
}
