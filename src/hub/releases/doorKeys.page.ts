import { selectAgreements } from '../agreement/agreements.store.ts';
import { ownParty } from '../agreement/agreementPlace.page.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { respondDoor } from './door.page.ts';
import { releasingRoles, signerRoles, signingRoles } from './mayRelease.ts';
import { doorGrants } from './sights.ts';
import { parseSignerDraft } from './signerDraft.ts';
import { registeringOf } from './signerParts.page.ts';
import { insertSigner, letSigner, removeSigner, selectSigners } from './signers.store.ts';
import { insertToken, revokeToken } from './tokens.store.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { isId } from '../store/uuid.ts';

const of = '/partnerships/:partnership/shared';

/** Registering one's own key, letting another's sign, taking one off, making and revoking tokens: each for one's own district. */
export const doorKeyPages: Route[] = [
  {
    method: 'post',
    path: `${of}/signers`,
    access: signingRoles,
    answer: (ask) => withOwn(ask, (own) => addSigner(ask, own)),
  },
  {
    method: 'post',
    path: `${of}/signers/:signer/let`,
    access: signerRoles,
    answer: (ask) => withOwn(ask, (own) => letOther(ask, own)),
  },
  {
    method: 'post',
    path: `${of}/signers/:signer/remove`,
    access: signerRoles,
    answer: (ask) => withOwn(ask, (own) => takeSignerOff(ask, own)),
  },
  {
    method: 'post',
    path: `${of}/tokens`,
    access: releasingRoles,
    answer: (ask) => withOwn(ask, (own) => makeToken(ask, own)),
  },
  {
    method: 'post',
    path: `${of}/tokens/:token/revoke`,
    access: releasingRoles,
    answer: (ask) => withOwn(ask, (own) => takeTokenBack(ask, own)),
  },
];

async function withOwn(ask: MemberAsk, answer: (own: Party) => Promise<Response>): Promise<Response> {
  const own = ownParty(ask, await asMember(ask.hub.database, ask.member, selectParties));
  return own
    ? answer(own)
    : respondDoor(ask, { refusal: 'Nothing was done: this is done by people of a district, for their own.' });
}

const door = (ask: MemberAsk, anchor: string) =>
  ask.context.redirect(`${ask.home}/shared/door#${anchor}`, 303);

async function addSigner(ask: MemberAsk, own: Party): Promise<Response> {
  const registering = await registeringOf(ask);
  const errors = await asMember(ask.hub.database, ask.member, async (view) => {
    const signers = await selectSigners(view, view.member.partnership.id);
    const parsed = parseSignerDraft(ask.form, registering, signers);
    if (!parsed.ok) return parsed.errors;
    const added = await insertSigner(view, own.districtId, parsed.value, ask.hub.now());
    return added ? undefined : new Map([['key', 'This key is registered already.']]);
  });
  return errors ? respondDoor(ask, { errors }) : door(ask, 'signers');
}

async function letOther(ask: MemberAsk, own: Party): Promise<Response> {
  const id = ask.context.req.param('signer');
  const done =
    isId(id) &&
    (await asMember(ask.hub.database, ask.member, (view) =>
      letSigner(view, own.districtId, id, ask.hub.now()),
    ));
  if (done) return door(ask, 'signers');
  return respondDoor(ask, {
    refusal:
      'Nothing was done: nobody of your district waits there, or it is your own key, which another person lets sign.',
  });
}

async function takeSignerOff(ask: MemberAsk, own: Party): Promise<Response> {
  const id = ask.context.req.param('signer');
  const removed =
    isId(id) &&
    (await asMember(ask.hub.database, ask.member, (view) =>
      removeSigner(view, own.districtId, id, ask.hub.now()),
    ));
  if (removed) return door(ask, 'signers');
  return respondDoor(ask, { refusal: 'Nothing was done: your district has no such signer any more.' });
}

async function makeToken(ask: MemberAsk, own: Party): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const agreements = await asMember(ask.hub.database, ask.member, (view) => selectAgreements(view));
  const grant = doorGrants(agreements, today).grants.find(
    ({ id, from }) => id === ask.form.grant && from === own.cds,
  );
  if (!grant)
    return respondDoor(ask, {
      errors: new Map([['grant', 'Choose a grant of your district that is in force.']]),
    });
  const token = await asMember(ask.hub.database, ask.member, (view) =>
    insertToken(view, own.districtId, grant.id, ask.hub.now()),
  );
  return respondDoor(ask, { token });
}

async function takeTokenBack(ask: MemberAsk, own: Party): Promise<Response> {
  const id = ask.context.req.param('token');
  const revoked =
    isId(id) &&
    (await asMember(ask.hub.database, ask.member, (view) =>
      revokeToken(view, own.districtId, id, ask.hub.now()),
    ));
  if (revoked) return door(ask, 'tokens');
  return respondDoor(ask, { refusal: 'Nothing was done: your district has no such token any more.' });
}
