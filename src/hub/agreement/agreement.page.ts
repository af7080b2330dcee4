import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { agreementPath, agreementTrail, ownParty, shortNamesOf, stateBadge } from './agreementPlace.page.ts';
import { type Agreement, type KeptVersion, selectOptionalAgreement } from './agreements.store.ts';
import { type ShortNames, wordedClauses } from './clauseWords.page.ts';
import { differencesOf } from './differences.page.ts';
import { mayAgree, maySign } from './mayAgree.ts';
import { canBeEnded, partyTo, type Standing, standingOf, waitingFor } from './standing.ts';
import { standingSentence } from './standingSentence.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { isId } from '../store/uuid.ts';

/** One agreement: what it says, who has signed, what was put forward before, and what can be done. */
export const agreementPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/agreement/:agreement',
    access: 'members',
    answer: (ask) => withAgreement(ask, (found) => respondAgreement(ask, found)),
  },
];

export type FoundAgreement = { readonly agreement: Agreement; readonly parties: readonly Party[] };

/** The agreement of the address with the districts of the partnership, or a page that says there is none. */
export async function withAgreement(
  ask: MemberAsk,
  answer: (found: FoundAgreement) => Response | Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('agreement');
  const found = await asMember(ask.hub.database, ask.member, async (view) => ({
    agreement: isId(id) ? await selectOptionalAgreement(view, id) : undefined,
    parties: await selectParties(view),
  }));
  const { agreement, parties } = found;
  return agreement ? answer({ agreement, parties }) : notFound(ask, 'There is no such agreement.');
}

/** `refusal` stands above the agreement when what somebody wanted to do was not done. */
export function respondAgreement(
  ask: MemberAsk,
  { agreement, parties }: FoundAgreement,
  refusal?: string,
): Promise<Response> {
  const names = shortNamesOf(parties);
  const standing = standingOf(agreement, calendarDay(ask.hub.now()));
  const shown = standing.open ?? standing.signed ?? agreement.versions[0];
  const version = agreement.versions.find((one) => one.version === shown.version) ?? agreement.versions[0];
  return ask.respond({
    title: version.terms.title,
    section: 'agreement',
    status: refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: version.terms.title,
      eyebrow: `Agreement, version ${version.version}`,
      lead: standingSentence(agreement, standing, names),
      trail: agreementTrail(ask.home, { label: version.terms.title }),
      badges: stateBadge(standing.state),
      actions: actionsOf(ask, agreement, standing, parties),
    })}${refusal ? callout({ kind: 'refusal', title: refusal }) : ''}${signingBlock(ask, agreement, version, parties)}${section(
      {
        title: 'What it says',
        id: 'clauses',
        body: card({ body: clauseList(ask.home, agreement, version, names) }),
      },
    )}${changesBlock(agreement, version, names)}${section({
      title: 'Signatures',
      id: 'signatures',
      body: card({ body: signatureTable(agreement, names) }),
    })}${versionsBlock(agreement, names)}`,
  });
}

function actionsOf(
  ask: MemberAsk,
  agreement: Agreement,
  { state, signed }: Standing,
  parties: readonly Party[],
): Content {
  if (!mayAgree(ask.member.role) || !ownParty(ask, parties)) return undefined;
  const path = agreementPath(ask.home, agreement.id);
  const mayEnd = partyTo(signed, ownParty(ask, parties)) && canBeEnded(agreement, calendarDay(ask.hub.now()));
  const end = mayEnd
    ? linkButton({ label: 'End it or take a grant back', href: `${path}/end`, tone: 'quiet' })
    : '';
  if (state === 'ended' || state === 'lapsed')
    return html`${linkButton({
      label: 'Draft it anew',
      href: `${ask.home}/agreement/new?like=${agreement.id}`,
    })}${end}`;
  const labels = {
    draft: 'Change or propose it',
    proposed: 'Put other terms forward',
    countered: 'Put other terms forward',
    signed: 'Propose an amendment',
    active: 'Propose an amendment',
    expiring: 'Propose a later end',
  };
  return html`${linkButton({ label: labels[state], href: `${path}/change` })}${end}`;
}

/** Asks a sponsor whose signature is missing; tells others who is asked. */
function signingBlock(
  ask: MemberAsk,
  agreement: Agreement,
  version: KeptVersion,
  parties: readonly Party[],
): Html | '' {
  const own = ownParty(ask, parties);
  if (!own || waitingFor(agreement, own, calendarDay(ask.hub.now()))?.version !== version.version) return '';
  if (!maySign(ask.member.role))
    return callout({
      kind: 'info',
      title: `Version ${version.version} waits for the signature of ${own.name}.`,
      body: html`The superintendent signs for the district (see <a href="${`${ask.home}/people`}">people</a>).`,
    });
  return card({
    title: `Sign for ${own.name}`,
    id: 'sign',
    body: html`<p>You sign exactly the terms below, version ${version.version}. They are in force once every district has signed. You, or your partner, can end them on any day.</p>${form(
      {
        action: `${agreementPath(ask.home, agreement.id)}/sign`,
        csrfToken: ask.person.csrfToken,
        submit: `Sign version ${version.version}`,
        body: html`<input type="hidden" name="version" value="${version.version}"><input type="hidden" name="hash" value="${version.hash}">`,
      },
    )}`,
    footer: html`Fingerprint of these terms: <code>${version.hash.slice(0, 16)}</code>`,
  });
}

function clauseList(home: string, agreement: Agreement, version: KeptVersion, names: ShortNames): Html {
  const takenBack = new Map(agreement.endings.map((end) => [`grant ${end.grantId}`, end]));
  const isSigned = version.terms.parties.every(({ cds }) =>
    agreement.signings.some((by) => by.version === version.version && by.cds === cds),
  );
  return definitionList(
    wordedClauses(version.terms, names).map(({ key, title, says }) => {
      const grant = key.startsWith('grant ') ? key.slice(6) : undefined;
      const end = takenBack.get(key);
      const file = grant && isSigned && !end ? grantFile(home, agreement, grant) : '';
      return {
        term: title,
        description: html`<span id="${key.replace(' ', '-')}">${says}</span>${end ? html` <strong>Taken back by ${names.get(end.cds)}, ${formatMoment(end.madeAt)}: ${end.words}</strong>` : ''}${file}`,
      };
    }),
  );
}

function grantFile(home: string, agreement: Agreement, grant: string): Html {
  return html` <a href="${`${agreementPath(home, agreement.id)}/grants/${grant}/grant.json`}">Grant file for the vault</a>`;
}

function changesBlock(agreement: Agreement, version: KeptVersion, names: ShortNames): Html | '' {
  const before = agreement.versions.findLast((one) => one.version < version.version);
  if (!before) return '';
  return section({
    title: `What is different from version ${before.version}`,
    id: 'differences',
    lead: version.words ? html`${names.get(version.cds)} says: “${version.words}”` : undefined,
    body: card({ body: differenceTable(before, version, names) }),
  });
}

function differenceTable(before: KeptVersion, after: KeptVersion, names: ShortNames): Html {
  return table({
    caption: `Version ${before.version} beside version ${after.version}`,
    captionHidden: true,
    columns: [
      { header: 'Clause', kind: 'header', cell: ({ title }) => title },
      {
        header: `Version ${before.version}, ${names.get(before.cds)}`,
        cell: ({ was }) => (was === null ? html`<em>Not in it</em>` : html`<del>${was}</del>`),
      },
      {
        header: `Version ${after.version}, ${names.get(after.cds)}`,
        cell: ({ is }) => (is === null ? html`<em>Left out</em>` : html`<ins>${is}</ins>`),
      },
    ],
    rows: differencesOf(before.terms, after.terms, names),
    empty: 'They say the same.',
  });
}

function signatureTable({ versions, signings }: Agreement, names: ShortNames): Html {
  const rows = versions
    .filter(({ step, version }, i) => {
      const isSigned = signings.some((by) => by.version === version);
      return step !== 'drafted' && (isSigned || i === versions.length - 1);
    })
    .toReversed()
    .flatMap((version) =>
      version.terms.parties.map(({ cds, name }) => ({
        version,
        district: names.get(cds) ?? name,
        by: signings.find((one) => one.version === version.version && one.cds === cds),
      })),
    );
  return table({
    caption: 'Signatures, newest version first',
    captionHidden: true,
    columns: [
      { header: 'District', kind: 'header', cell: ({ district }) => district },
      { header: 'Version', kind: 'number', cell: ({ version }) => version.version },
      { header: 'Signed by', cell: ({ by }) => by?.signedBy ?? 'Not signed' },
      { header: 'When', cell: ({ by }) => (by ? formatMoment(by.signedAt) : '') },
      { header: 'Fingerprint', cell: ({ version }) => html`<code>${version.hash.slice(0, 16)}</code>` },
    ],
    rows,
    empty: 'A draft is not signed.',
  });
}

/** Earlier versions, each with what it changed. */
function versionsBlock(agreement: Agreement, names: ShortNames): Html | '' {
  const { versions, endings } = agreement;
  if (versions.length < 2 && endings.length === 0) return '';
  const steps = { drafted: 'drafted', proposed: 'proposed', countered: 'put forward' } as const;
  const ended: Item[] = endings.map(({ grantId, cds, words, madeAt, madeBy }) => ({
    title: `${names.get(cds)} ${grantId === null ? 'ended the agreement' : 'took a grant back'}`,
    body: words,
    meta: `${madeBy}, ${formatMoment(madeAt)}`,
  }));
  const put: Item[] = versions.toReversed().map((version) => {
    const before = versions.findLast((one) => one.version < version.version);
    return {
      title: `Version ${version.version}, ${steps[version.step]} by ${names.get(version.cds)}`,
      body: html`${version.words}${
        before
          ? details({
              summary: `What it changed of version ${before.version}`,
              body: differenceTable(before, version, names),
            })
          : ''
      }`,
      meta: `${version.madeBy}, ${formatMoment(version.madeAt)}`,
    };
  });
  return section({
    title: 'How it came about',
    id: 'versions',
    body: card({ body: itemList([...ended, ...put]) }),
  });
}
