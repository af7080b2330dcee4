import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk } from '../web/route.ts';
import { type Ask, selectAsks } from './asks.store.ts';
import { matchingTrail, needPath, respondNotOwn } from './matchingPlace.page.ts';
import { closingReasons } from './needReasons.ts';
import { type Need, type NeedVersion, selectNeeds, selectNeedVersions } from './needs.store.ts';
import { wordingFields } from './wordingFields.page.ts';
import { isId } from '../store/uuid.ts';

/** A need of the asker's own district, with what its forms need. */
export type Found = {
  readonly need: Need;
  readonly party: Party;
  readonly latest: NeedVersion;
  readonly owners: readonly PartnershipMember[];
  /** The district's other open needs, into which this one may be merged. */
  readonly others: readonly Need[];
  readonly asks: readonly Ask[];
};

/** What a form sent was answered with: which of them, its errors, and whether somebody else was quicker. */
export type Refused = {
  readonly part: 'change' | 'close' | 'reopen';
  readonly errors: FieldErrors;
  readonly meanwhile?: boolean;
};

/** The need that the address names, once it is one of the asker's own district. */
export async function withOwnNeed(
  ask: MemberAsk,
  answer: (found: Found) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('need');
  const read = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => ({
        needs: await selectNeeds(view),
        parties: await selectParties(view),
        members: await selectMembers(view),
        versions: await selectNeedVersions(view, id),
        asks: await selectAsks(view, { needId: id }),
      }))
    : undefined;
  const need = read?.needs.find((one) => one.id === id);
  const party = read?.parties.find(({ districtId }) => districtId === need?.districtId);
  const latest = read?.versions[0];
  if (!read || !need || !party || !latest) return notFound(ask, 'There is no such need.');
  if (party.districtId !== ask.member.districtId)
    return respondNotOwn(ask, party, {
      title: `${party.shortName} words its own needs`,
      sentence: `Only people of ${party.name} can change this need.`,
      back: needPath(ask.home, need.id),
    });
  const isOwn = ({ districtId }: { readonly districtId: string | null }) => districtId === party.districtId;
  return answer({
    need,
    party,
    latest,
    owners: read.members.filter(isOwn),
    others: read.needs.filter((one) => one.isOpen && one !== need && isOwn(one)),
    asks: read.asks,
  });
}

/** The page with the forms: words and owner, and closing; or opening again. */
export function respondChange(ask: MemberAsk, found: Found, refused?: Refused): Promise<Response> {
  const { need, latest } = found;
  const about = `${measureById(need.measureId).shortName}: ${inSentence(studentGroupName(need.group))}`;
  const wrong = refused && (refused.errors.size > 0 || refused.meanwhile);
  return ask.respond({
    title: `Change a need: ${about}`,
    section: 'matching',
    status: wrong ? 422 : undefined,
    body: html`${pageHeading({
      title: need.isOpen ? 'Change or close a need' : 'Open a need again',
      eyebrow: about,
      lead: need.wording,
      trail: matchingTrail(
        ask.home,
        { label: 'Needs', href: `${ask.home}/matching/needs` },
        { label: about, href: needPath(ask.home, need.id) },
        { label: need.isOpen ? 'Change' : 'Open again' },
      ),
    })}${
      refused?.meanwhile
        ? callout({
            kind: 'refusal',
            title: `${latest.madeBy} changed this need while you were writing.`,
            body: html`<p>It now says: “${latest.wording}”, owned by ${latest.ownerName}.${latest.words ? html` Their reason: ${latest.words}` : ''}</p>${whatWasWritten(ask, found, refused)}`,
          })
        : ''
    }${
      need.isOpen
        ? html`<div class="columns columns-two"><div>${changeCard(ask, found, refused)}</div><div>${closeCard(ask, found, refused)}</div></div>`
        : reopenCard(ask, found, refused)
    }`,
  });
}

/** A form that is no longer on the page, because the need was closed or opened meanwhile, has its words here. */
function whatWasWritten(ask: MemberAsk, { need }: Found, { part }: Refused): Content {
  if ((part === 'reopen') !== need.isOpen)
    return html`<p>What you wrote is still below: look at both, then send again.</p>`;
  const { wording, words } = ask.form;
  return html`<p>The need is ${need.isOpen ? 'open again' : 'closed'}. You wrote: ${[wording, words].filter(Boolean).map((text) => html`<q>${text}</q> `)}</p>`;
}

type FormParts = {
  readonly part: Refused['part'];
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: (written: Readonly<Record<string, string>>, errors: FieldErrors) => Content;
};

function formCard(ask: MemberAsk, { need }: Found, refused: Refused | undefined, parts: FormParts): Content {
  const isSent = refused?.part === parts.part;
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const isClose = parts.part === 'close';
  return card({
    title: parts.title,
    body: form({
      action: `${needPath(ask.home, need.id)}/${parts.action}`,
      csrfToken: ask.person.csrfToken,
      submit: parts.submit,
      submitTone: isClose ? 'second' : 'main',
      second: isClose
        ? undefined
        : linkButton({ label: 'Leave it as it is', href: needPath(ask.home, need.id), tone: 'quiet' }),
      errors: [...errors].map(([field, message]) => ({ field: idOf(parts.part, field), message })),
      body: html`<input type="hidden" name="version" value="${String(need.version)}">${parts.fields(isSent ? ask.form : {}, errors)}`,
    }),
  });
}

/** Two forms stand on the page: the fields of closing have ids of their own. */
function idOf(part: Refused['part'], field: string): string {
  return part === 'close' ? `close-${field}` : field;
}

function changeCard(ask: MemberAsk, found: Found, refused: Refused | undefined): Content {
  const { need, owners } = found;
  return formCard(ask, found, refused, {
    part: 'change',
    action: 'change',
    title: 'Words and owner',
    submit: 'Change the need',
    fields: (written, errors) =>
      html`${wordingFields({
        owners,
        written: { wording: need.wording, focusArea: need.focusArea, owner: need.ownerId, ...written },
        errors,
      })}${textArea({
        id: 'words',
        name: 'words',
        label: 'Why it changes',
        hint: 'The partner reads it. The wording until now stays in the history.',
        rows: 2,
        error: errors.get('words'),
        value: written.words,
      })}`,
  });
}

function closeCard(ask: MemberAsk, found: Found, refused: Refused | undefined): Content {
  return formCard(ask, found, refused, {
    part: 'close',
    action: 'close',
    title: 'Close it',
    submit: 'Close the need',
    fields: (written, errors) =>
      html`${radioGroup({
        id: 'close-reason',
        name: 'reason',
        label: 'Why it is closed',
        error: errors.get('reason'),
        value: written.reason,
        choices: closingReasons.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
      })}${
        found.others.length > 0 || errors.has('mergedInto')
          ? selectField({
              id: 'close-mergedInto',
              name: 'mergedInto',
              label: 'Merged into',
              hint: 'Only where it becomes part of another need.',
              optional: true,
              error: errors.get('mergedInto'),
              value: written.mergedInto,
              options: found.others.map((one) => ({ value: one.id, label: one.wording })),
            })
          : ''
      }${textArea({
        id: 'close-words',
        name: 'words',
        label: 'In your own words',
        rows: 2,
        optional: true,
        error: errors.get('words'),
        value: written.words,
      })}`,
  });
}

function reopenCard(ask: MemberAsk, found: Found, refused: Refused | undefined): Content {
  return formCard(ask, found, refused, {
    part: 'reopen',
    action: 'reopen',
    title: 'Open it again',
    submit: 'Open the need again',
    fields: (written, errors) =>
      textArea({
        id: 'words',
        name: 'words',
        label: 'Why it is open again',
        hint: 'What the figures say today is kept with it, beside what they said before.',
        rows: 2,
        error: errors.get('words'),
        value: written.words,
      }),
  });
}
