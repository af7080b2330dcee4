import { maySign } from '../releases/maySign.ts';
import { selectSigners } from '../releases/signers.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { checkKeySignature } from './keySignature.ts';
import { reviewingRoles } from './mayReview.ts';
import { respondPack, withPack } from './pack.page.ts';
import { packPath } from './reviewPlace.page.ts';
import { insertKeySignature } from './sealPack.store.ts';

/** A detached signature by a registered key, brought to a pack's page. */
export const keySignaturePages: Route[] = [
  {
    method: 'post',
    path: '/partnerships/:partnership/reviews/packs/:hash/key-signature',
    access: reviewingRoles,
    answer: (ask) => withPack(ask, (found) => bringSignature(ask, found)),
  },
];

async function bringSignature(ask: MemberAsk, found: Parameters<typeof respondPack>[1]): Promise<Response> {
  const { file, parties } = found;
  const { hash } = file;
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own)
    return respondPack(ask, found, {
      refusal: 'No signature was added: people of a district bring its signatures.',
    });
  if (file.unlocked)
    return respondPack(ask, found, { refusal: 'No signature was added: the pack is unlocked.' });
  const said = await asMember(ask.hub.database, ask.member, async (view) => {
    const signers = (await selectSigners(view, ask.member.partnership.id)).filter(maySign);
    const checked = checkKeySignature(ask.form.signature ?? '', { hash, cds: own.cds }, signers);
    if (!checked.ok) return checked.message;
    const kept = await insertKeySignature(view, own.districtId, hash, checked.signature, ask.hub.now());
    return kept ? undefined : 'It is there already: nothing was changed.';
  });
  if (said === undefined) return ask.context.redirect(`${packPath(ask.home, hash)}#seal`, 303);
  return respondPack(ask, found, { refusal: `No signature was added. ${said}`, status: 422 });
}
