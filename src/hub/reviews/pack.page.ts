import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { PackFile } from '../../vocabulary/packFile.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { keySignatureForm } from './keySignatureForm.page.ts';
import { readLiveGrants } from './liveGrants.store.ts';
import { hiddenFigures, shownPack } from './shownPack.ts';
import { mayBind, mayReview } from './mayReview.ts';
import { packView } from './packView.page.ts';
import { type KeptPack, readPackFile, selectOptionalPack } from './packs.store.ts';
import { packPath, reviewPath, reviewTrail } from './reviewPlace.page.ts';
import { isSignedByAll } from './reviewStanding.ts';

const path = '/partnerships/:partnership/reviews/packs/:hash';

/** A sealed pack: the page from what it holds, whatever the rooms say today, and the file. */
export const packPages: Route[] = [
  {
    method: 'get',
    path: `${path}/pack.json`,
    access: 'members',
    answer: (ask) => withPack(ask, (found) => downloadPack(ask, found)),
  },
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withPack(ask, (found) => respondPack(ask, found)),
  },
];

export type FoundPack = {
  readonly file: PackFile;
  readonly kept: KeptPack;
  readonly parties: readonly Party[];
  /** Grants through which the reader may see released figures today. */
  readonly live: ReadonlySet<string>;
};

/** The pack of the address, or a page that says there is none. */
export async function withPack(
  ask: MemberAsk,
  answer: (found: FoundPack) => Response | Promise<Response>,
): Promise<Response> {
  const hash = ask.context.req.param('hash') ?? '';
  const found = await asMember(ask.hub.database, ask.member, async (view) => {
    const file = /^[0-9a-f]{64}$/.test(hash) ? await readPackFile(view, hash) : undefined;
    const kept = file && (await selectOptionalPack(view, hash))?.kept;
    const live = await readLiveGrants(view, calendarDay(ask.hub.now()));
    return file && kept && { file, kept, parties: await selectParties(view), live };
  });
  return found ? answer(found) : notFound(ask, 'There is no such pack.');
}

const notForYou =
  'The file was not given: it holds figures that the districts released to each other alone. Ask one of them for it.';
/** What was signed is one file: without the figures its fingerprint would name something else. */
const noLongerGiven =
  'The file was not given: it holds released figures whose grant was taken back or has ended. Its fingerprint and signatures stand below; who has the file already can check it by them.';

function downloadPack(ask: MemberAsk, found: FoundPack): Response | Promise<Response> {
  const { file } = found;
  if (hiddenFigures(file.pack, found.live) > 0)
    return respondPack(ask, found, { refusal: ask.member.districtId === null ? notForYou : noLongerGiven });
  const name = `tandem-pack-${file.pack.asOf}-${file.hash.slice(0, 12)}.json`;
  return ask.context.body(`${JSON.stringify(file, null, 1)}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}

/** `refusal` stands above the pack when what somebody wanted to do was not done. */
export function respondPack(
  ask: MemberAsk,
  found: FoundPack,
  refused: { readonly refusal?: string; readonly status?: 409 | 422 } = {},
): Promise<Response> {
  const { file, kept, parties } = found;
  const { pack } = file;
  const title = `${pack.review.title}: sealed pack`;
  return ask.respond({
    title,
    section: 'reviews',
    status: refused.status ?? (refused.refusal ? 409 : undefined),
    body: html`${pageHeading({
      title: pack.review.title,
      eyebrow: `Sealed pack ${pack.review.seal}, as of ${formatDate(pack.asOf)}`,
      lead: leadSentence(found, calendarDay(ask.hub.now())),
      trail: reviewTrail(
        ask.home,
        { label: pack.review.title, href: reviewPath(ask.home, pack.review.id) },
        { label: `Pack ${pack.review.seal}` },
      ),
      meta: signedText(file, parties),
      actions: html`${linkButton({ label: 'What may be said in public', href: `${packPath(ask.home, file.hash)}/statements` })}${linkButton(
        { label: 'Download the file', href: `${packPath(ask.home, file.hash)}/pack.json`, tone: 'quiet' },
      )}`,
    })}${refused.refusal ? callout({ kind: 'refusal', title: refused.refusal }) : ''}${standingCallout(ask, file)}${signCard(ask, found)}${hiddenNote(found)}${packView(shownPack(pack, found.live), agenda(file))}${section(
      {
        title: 'Seal and signatures',
        id: 'seal',
        body: card({ body: sealFacts(ask, file, parties, kept) }),
      },
    )}`,
  });
}

/** Says that released figures are not shown, and why. */
function hiddenNote({ file, live }: FoundPack): Content {
  const hidden = hiddenFigures(file.pack, live);
  return hidden === 0
    ? ''
    : callout({
        kind: 'info',
        title: `${hidden} released ${hidden === 1 ? 'figure is' : 'figures are'} not shown to you.`,
        body: 'They are seen only by people of the districts, and only while the grant they came through holds.',
      });
}

/** Who signed when, in a line. */
function signedText({ signatures }: PackFile, parties: readonly Party[]): string {
  return parties
    .map(({ cds, shortName }) => {
      const by = signatures.find((one) => one.cds === cds);
      return by
        ? `${shortName}: signed by ${by.name}, ${formatDate(calendarDay(new Date(by.signedAt)))}`
        : `${shortName}: not signed`;
    })
    .join('. ');
}

function leadSentence({ file, kept, parties }: FoundPack, today: string): string {
  if (file.unlocked) return 'It was unlocked and does not count any more. It stays here as it was sealed.';
  if (isSignedByAll(kept, parties))
    return 'What both districts had before them, signed by both. It never changes, whatever the figures say today.';
  if (today > file.signUntil)
    return 'It was not signed by its last day and does not count. It stays here as it was sealed.';
  return `What both districts had before them. It waits for signatures until ${formatDate(file.signUntil)}.`;
}

function standingCallout(ask: MemberAsk, { unlocked, supersededBy }: PackFile): Content {
  const later = supersededBy
    ? html`<a href="${packPath(ask.home, supersededBy)}">The pack sealed in its place</a>.`
    : '';
  if (unlocked)
    return callout({
      kind: 'warning',
      title: `Unlocked by ${unlocked.by}, ${formatMoment(new Date(unlocked.at))}: ${unlocked.reason}`,
      body: later || undefined,
    });
  return supersededBy
    ? callout({ kind: 'warning', title: 'Another pack was sealed in its place.', body: later })
    : '';
}

/** Asks a sponsor whose signature is missing, and lets whoever may unlock it. */
function signCard(ask: MemberAsk, { file, kept, parties }: FoundPack): Content {
  if (kept.isUnlocked || file.supersededBy) return '';
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  const isSigned = kept.signatures.some(({ districtId }) => districtId === own?.districtId);
  const isOver = calendarDay(ask.hub.now()) > kept.signUntil;
  const action = packPath(ask.home, file.hash);
  if (own && !isSigned && !isOver && mayBind(ask.member.role))
    return card({
      title: `Sign for ${own.name}`,
      id: 'sign',
      body: html`<p>You sign exactly what stands below, by its fingerprint. It is not published by that: each public statement needs your consent besides.</p>${form(
        {
          action: `${action}/sign`,
          csrfToken: ask.person.csrfToken,
          submit: 'Sign this pack',
          second: linkButton({
            label: 'Something is wrong: unlock it',
            href: `${action}/unlock`,
            tone: 'quiet',
          }),
          body: '',
        },
      )}`,
      footer: html`Until ${formatDate(file.signUntil)}. Fingerprint: <code>${file.hash.slice(0, 16)}</code>`,
    });
  return mayReview(ask.member.role) && ask.member.districtId !== null
    ? html`<p class="screen-only"><a href="${`${action}/unlock`}">Something is wrong with it: unlock it, in sight of both districts</a></p>`
    : '';
}

function sealFacts(ask: MemberAsk, file: PackFile, parties: readonly Party[], kept: KeptPack): Html {
  const { pack, sealed, signatures, keySignatures, history, hash } = file;
  const nameOf = (cds: string) => parties.find((party) => party.cds === cds)?.shortName ?? cds;
  const moment = (text: string) => formatMoment(new Date(text));
  return html`${definitionList([
    { term: 'Fingerprint', description: html`<code>${hash}</code>` },
    { term: 'Sealed', description: `${moment(sealed.at)} by ${sealed.by}` },
    ...parties.map(({ cds, name }) => {
      const by = signatures.find((one) => one.cds === cds);
      return {
        term: `Signed for ${name}`,
        description: by
          ? `${by.name}, ${moment(by.signedAt)}`
          : `Not signed (until ${formatDate(kept.signUntil)})`,
      };
    }),
    ...keySignatures.map(({ cds, name, publicKey, signedAt }) => ({
      term: `Signed by key for ${nameOf(cds)}`,
      description: html`${name}, ${moment(signedAt)}, key <code>${publicKey.slice(0, 16)}</code>`,
    })),
    {
      term: 'In the history',
      description: history.map(({ seq, act }) => `line ${seq}: ${act}`).join('; '),
    },
    ...(pack.review.supersedes
      ? [
          {
            term: 'In place of',
            description: html`<a href="${packPath(ask.home, pack.review.supersedes)}"><code>${pack.review.supersedes.slice(0, 16)}</code></a>`,
          },
        ]
      : []),
    { term: 'Made by', description: `${pack.software}, schema ${pack.schema}` },
  ])}<p class="quiet"><code>tandem verify</code> checks the downloaded file: that its content is what the fingerprint names, and who signed it.</p>${mayReview(ask.member.role) && ask.member.districtId !== null && !file.unlocked ? keySignatureForm(ask, hash) : ''}`;
}

function agenda({ pack }: PackFile): Html | '' {
  if (pack.agenda.length === 0) return '';
  return section({
    title: 'What was on the agenda',
    id: 'agenda',
    body: card({
      body: itemList(
        pack.agenda.map(({ kind, words, from }) => ({
          title: words,
          meta: from ? `${kind}: ${from}` : kind,
        })),
      ),
    }),
  });
}
