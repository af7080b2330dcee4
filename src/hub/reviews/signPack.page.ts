import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { withdrawSheetOfPack } from '../factsheet/publishedSheets.store.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { parseUnlock } from './decisionDraft.ts';
import { bindingRoles, reviewingRoles } from './mayReview.ts';
import { type FoundPack, respondPack, withPack } from './pack.page.ts';
import { reviewMails } from './reviewMail.ts';
import { packPath, reviewPath, reviewTrail } from './reviewPlace.page.ts';
import { entryName, unlockReasons } from './reviewWords.ts';
import { type Signed, signPack, unlockPack } from './sealPack.store.ts';

const path = '/partnerships/:partnership/reviews/packs/:hash';

/** A superintendent signs a pack; somebody unlocks one, in sight of both districts. */
export const signPackPages: Route[] = [
  {
    method: 'post',
    path: `${path}/sign`,
    access: bindingRoles,
    answer: (ask) => withPack(ask, (found) => sign(ask, found)),
  },
  {
    method: 'get',
    path: `${path}/unlock`,
    access: reviewingRoles,
    answer: (ask) => withPack(ask, (found) => respondUnlock(ask, found, new Map())),
  },
  {
    method: 'post',
    path: `${path}/unlock`,
    access: reviewingRoles,
    answer: (ask) => withPack(ask, (found) => unlock(ask, found)),
  },
];

const refusals: Readonly<Record<Extract<Signed, { done: false }>['reason'], string>> = {
  'no such pack': 'You have not signed: there is no such pack.',
  unlocked: 'You have not signed: the pack was unlocked meanwhile. Another one is sealed in its place.',
  'past its last day':
    'You have not signed: the last day to sign this pack is past. The review has to be sealed anew.',
  'signed already': 'Your district has signed this pack already: nothing was changed.',
};

function notOwn(ask: MemberAsk): Promise<Response> {
  return ask.respond(
    sentencePage({
      title: 'Not yours to sign or unlock',
      status: 403,
      sentence: 'People of a district act for it, and you belong to none of this partnership.',
    }),
  );
}

async function sign(ask: MemberAsk, { file, parties }: FoundPack): Promise<Response> {
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own) return notOwn(ask);
  const { hash, pack } = file;
  const signed = await asMember(ask.hub.database, ask.member, async (view) => {
    const members = await selectMembers(view);
    return signPack(
      view,
      own,
      { reviewId: pack.review.id, hash },
      (byAll) =>
        reviewMails({
          members,
          butPersonId: ask.member.personId,
          subject: `${byAll ? 'Signed by all' : `${own.shortName} has signed`}: ${pack.review.title}`,
          sentences: [
            `${ask.member.name} has signed the pack of “${pack.review.title}” for ${own.name}.`,
            byAll
              ? 'Every district has signed. Decide now what goes on, and what may be said in public.'
              : `It counts once every district has signed, until ${formatDate(file.signUntil)}.`,
          ],
          address: `${ask.hub.config.baseUrl}${packPath(ask.home, hash)}`,
        }),
      ask.hub.now(),
    );
  });
  if (signed.done) return ask.context.redirect(packPath(ask.home, hash), 303);
  return withPack(ask, (now) => respondPack(ask, now, { refusal: refusals[signed.reason] }));
}

function respondUnlock(ask: MemberAsk, found: FoundPack, errors: FieldErrors): Promise<Response> {
  const { hash, pack, unlocked } = found.file;
  if (ask.member.districtId === null) return notOwn(ask);
  if (unlocked)
    return respondPack(ask, found, { refusal: 'This pack is unlocked already: nothing was changed.' });
  return ask.respond({
    title: `Unlock: ${pack.review.title}`,
    section: 'reviews',
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Unlock this pack',
      eyebrow: pack.review.title,
      lead: 'It does not count any more, and nothing is published from it; a fact sheet made from it is taken from the public. It stays as it is, beside the pack sealed in its place. Both districts are told why.',
      trail: reviewTrail(
        ask.home,
        { label: pack.review.title, href: packPath(ask.home, hash) },
        { label: 'Unlock' },
      ),
    })}${card({
      body: form({
        action: `${packPath(ask.home, hash)}/unlock`,
        csrfToken: ask.person.csrfToken,
        submit: 'Unlock it',
        submitTone: 'danger',
        second: linkButton({ label: 'Leave it sealed', href: packPath(ask.home, hash), tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`${radioGroup({
          id: 'reason',
          name: 'reason',
          label: 'Why',
          value: ask.form.reason,
          error: errors.get('reason'),
          choices: unlockReasons.map(({ id, name }) => ({ value: id, label: name })),
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'What is wrong with it',
          rows: 3,
          value: ask.form.words,
          error: errors.get('words'),
        })}`,
      }),
    })}`,
  });
}

async function unlock(ask: MemberAsk, found: FoundPack): Promise<Response> {
  const parsed = parseUnlock(ask.form);
  if (ask.member.districtId === null) return notOwn(ask);
  if (!parsed.ok) return respondUnlock(ask, found, parsed.errors);
  const { hash, pack } = found.file;
  const { reason, words } = parsed.value;
  const now = ask.hub.now();
  const done = await asMember(ask.hub.database, ask.member, async (view) => {
    const mails = reviewMails({
      members: await selectMembers(view),
      butPersonId: ask.member.personId,
      subject: `Unlocked: ${pack.review.title}`,
      sentences: [
        `${ask.member.name} has unlocked the pack of “${pack.review.title}”.`,
        `${entryName(unlockReasons, reason)}: ${words}`,
        'The review can be sealed anew. The pack stays as it was; a fact sheet made from it is public no more.',
      ],
      address: `${ask.hub.config.baseUrl}${packPath(ask.home, hash)}`,
    });
    const unlocked = await unlockPack(
      view,
      { reviewId: found.kept.reviewId, hash },
      parsed.value,
      mails,
      now,
    );
    if (unlocked) await withdrawSheetOfPack(view, hash, `The pack behind it was unlocked: ${words}`, now);
    return unlocked;
  });
  if (done) return ask.context.redirect(reviewPath(ask.home, pack.review.id), 303);
  return withPack(ask, (meanwhile) =>
    respondPack(ask, meanwhile, { refusal: 'Somebody has unlocked it meanwhile: nothing was changed.' }),
  );
}
