import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { textArea } from '../../page/textArea.ts';
import { keyFingerprint } from '../../release/keyFingerprint.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import type { ShortNames } from '../agreement/clauseWords.page.ts';
import { type Party, selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk } from '../web/route.ts';
import { mayLetSigners } from './mayRelease.ts';
import { maySign } from './maySign.ts';
import { rowForm } from './rowForm.page.ts';
import { type Registering, signingChallenge } from './signerDraft.ts';
import type { Signer } from './signers.store.ts';

/** The member as the one who registers a key. */
export async function registeringOf(ask: MemberAsk): Promise<Registering> {
  const { personId, name, csrfToken } = ask.person;
  const members = await asMember(ask.hub.database, ask.member, selectMembers);
  const mail = members.find((one) => one.personId === personId)?.email ?? '';
  return { personId, name, mail, csrfToken, partnershipId: ask.member.partnership.id };
}

/** Everybody with a key that was not taken off, and how it stands. */
export function signerTable(
  ask: MemberAsk,
  signers: readonly Signer[],
  names: ShortNames,
  own: Party | undefined,
): Html {
  return table({
    caption: 'Signers of each district',
    captionHidden: true,
    columns: [
      { header: 'Name', kind: 'header', cell: ({ name }) => name },
      { header: 'District', cell: ({ cds }) => names.get(cds) ?? cds },
      { header: 'Role', cell: ({ role }) => role },
      { header: 'Fingerprint', cell: ({ publicKey }) => html`<code>${keyFingerprint(publicKey)}</code>` },
      { header: 'Counts', cell: standingText },
      { header: 'Change', cell: (one) => changes(ask, one, own) },
    ],
    rows: signers.filter(({ removedAt }) => removedAt === null),
    empty: 'Nobody is registered yet: until two are, no release of a district enters.',
  });
}

function standingText(one: Signer): string {
  const { holderId, letAt, letBy, addedAt, addedBy, isHolderHere } = one;
  if (maySign(one) && letAt) return `Since ${formatMoment(letAt)}: let by ${letBy}`;
  if (holderId !== null && !isHolderHere) return 'No: its owner is not here any more';
  return holderId === null
    ? `No: registered by ${addedBy} on ${formatMoment(addedAt)}, not by the owner signed in`
    : `Not yet: registered ${formatMoment(addedAt)}, waits for another person of the district`;
}

function changes(ask: MemberAsk, one: Signer, own: Party | undefined): Content {
  const isOwn = one.holderId === ask.person.personId;
  if (own?.cds !== one.cds || !mayLetSigners(ask.member.role)) return '';
  const path = `${ask.home}/shared/signers/${one.id}`;
  const waits = one.isHolderHere && one.letAt === null && !isOwn;
  return html`${waits ? rowForm(ask, `${path}/let`, 'Let sign:', one.name) : ''}${rowForm(ask, `${path}/remove`, 'Take off', one.name)}`;
}

/** Those who signed once: what they signed stands. */
export function formerText(signers: readonly Signer[], names: ShortNames): Content {
  const former = signers.flatMap(({ name, cds, removedAt }) =>
    removedAt ? [`${name} (${names.get(cds) ?? cds}, until ${formatMoment(removedAt)})`] : [],
  );
  return former.length > 0 ? `Once signed, and sign no more: ${former.join('; ')}.` : undefined;
}

/** Registering one's own key: an answer to a challenge that nobody else can use. Nothing for somebody who has one. */
export function signerForm(
  ask: MemberAsk,
  signers: readonly Signer[],
  registering: Registering,
  error: string | undefined,
): Html | '' {
  const { personId, name, mail } = registering;
  if (!error && signers.some((one) => one.holderId === personId && one.removedAt === null)) return '';
  return card({
    title: `Register your own key, ${name}`,
    level: 3,
    body: html`<p>Make a key, if you have none, with your own address: <code>tandem vault key new FILE --name "${name}" --role ROLE --mail ${mail}</code></p><p>Then answer this challenge with it, on the machine where it is: <code>tandem vault key prove FILE --challenge ${signingChallenge(registering)}</code></p>${form(
      {
        action: `${ask.home}/shared/signers`,
        csrfToken: ask.person.csrfToken,
        submit: 'Register my key',
        submitTone: 'second',
        errors: error ? [{ field: 'key', message: error }] : [],
        body: textArea({
          id: 'key',
          name: 'key',
          label: 'What it wrote',
          rows: 4,
          hint: 'One line, from { to }. It holds the public half of your key; the private half never leaves you.',
          error,
          value: ask.form.key,
        }),
      },
    )}`,
  });
}
