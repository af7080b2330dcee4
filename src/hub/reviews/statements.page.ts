import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { consentForm, previewForm } from './statementForms.page.ts';
import { mayBind, mayReview } from './mayReview.ts';
import { mayPublish } from './mayPublish.ts';
import { type FoundPack, withPack } from './pack.page.ts';
import { type PublicStatement, selectConsents } from './publicStatements.store.ts';
import { packPath, reviewTrail } from './reviewPlace.page.ts';
import { isSignedByAll } from './reviewStanding.ts';
import { entryName, statementParts } from './reviewWords.ts';

/** What may be said in public from a pack: previews, consents, what stands against it. */
export const statementPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/reviews/packs/:hash/statements',
    access: 'members',
    answer: (ask) => withStatements(ask, (found) => respondStatements(ask, found)),
  },
];

export type FoundStatements = FoundPack & { readonly statements: readonly PublicStatement[] };

export function withStatements(
  ask: MemberAsk,
  answer: (found: FoundStatements) => Response | Promise<Response>,
): Promise<Response> {
  return withPack(ask, async (found) => {
    const statements = await asMember(ask.hub.database, ask.member, (view) =>
      selectConsents(view, found.file.hash),
    );
    return answer({ ...found, statements });
  });
}

/** What a form of the page was answered with; `statement` is the id of the one whose consent form it was. */
export type RefusedStatement = {
  readonly refusal?: string;
  readonly statement?: string;
  readonly errors?: ReadonlyMap<string, string>;
};

export function respondStatements(
  ask: MemberAsk,
  found: FoundStatements,
  refused: RefusedStatement = {},
): Promise<Response> {
  const { file, kept, parties, statements } = found;
  const { pack, hash } = file;
  const isSigned = isSignedByAll(kept, parties) && !kept.isUnlocked;
  const open = statements.filter(({ isWithdrawn }) => !isWithdrawn);
  const mayOpen = isSigned && mayReview(ask.member.role) && ask.member.districtId !== null;
  return ask.respond({
    title: `In public: ${pack.review.title}`,
    section: 'reviews',
    status: refused.errors ? 422 : refused.refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: 'What may be said in public',
      eyebrow: pack.review.title,
      lead: leadSentence(ask, found),
      trail: reviewTrail(
        ask.home,
        { label: pack.review.title, href: packPath(ask.home, hash) },
        { label: 'In public' },
      ),
      actions: linkButton({ label: 'Look at the fact sheet', href: `${ask.home}/fact-sheet` }),
    })}${refused.refusal ? callout({ kind: 'refusal', title: refused.refusal }) : ''}${
      isSigned
        ? ''
        : callout({
            kind: 'info',
            title: 'Nothing is published from a pack before every district has signed it.',
            body: 'Sign it first; then a preview can be opened.',
          })
    }${open.length > 0 ? section({ title: 'Statements', id: 'statements', body: html`${open.map((one) => statementCard(ask, found, one, refused))}` }) : ''}${
      open.length === 0 && isSigned
        ? emptyState({
            title: 'Nothing is previewed yet',
            body: 'Open a preview: each district then reads, on its own time, what would be said, and consents or objects.',
          })
        : ''
    }${mayOpen ? previewCard(ask, hash, open, refused) : ''}`,
  });
}

/** The form of a preview: at once where nothing is previewed yet, else one press away. */
function previewCard(
  ask: MemberAsk,
  hash: string,
  open: readonly PublicStatement[],
  { statement, errors }: RefusedStatement,
): Html {
  const own = statement === undefined ? errors : undefined;
  const body = previewForm(ask, hash, new Set(open.map(({ part }) => part)), own);
  return card({
    title: open.length > 0 ? 'Something else' : 'Open a preview',
    id: 'preview',
    body:
      open.length > 0
        ? details({ summary: 'Open the preview of another statement', open: own !== undefined, body })
        : body,
  });
}

function leadSentence(ask: MemberAsk, { file, kept, parties, statements }: FoundStatements): string {
  const today = calendarDay(ask.hub.now());
  const pack = { isSignedByAll: isSignedByAll(kept, parties), isUnlocked: file.unlocked !== null };
  const open = statements.filter(({ isWithdrawn }) => !isWithdrawn);
  const may = open.filter((one) => mayPublish(pack, one, parties, today).may).length;
  if (open.length === 0)
    return 'No surprises: nobody publishes before both districts have consented, and silence is no consent.';
  return `${may} of ${open.length} ${open.length === 1 ? 'statement' : 'statements'} may be said in public today. Silence is no consent.`;
}

function statementCard(
  ask: MemberAsk,
  { file, kept, parties }: FoundStatements,
  statement: PublicStatement,
  refused: RefusedStatement,
): Html {
  const today = calendarDay(ask.hub.now());
  const pack = { isSignedByAll: isSignedByAll(kept, parties), isUnlocked: kept.isUnlocked };
  const said = mayPublish(pack, statement, parties, today);
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  const mine = statement.consents.find(({ districtId }) => districtId === own?.districtId);
  const errors = refused.statement === statement.id ? refused.errors : undefined;
  return card({
    title: entryName(statementParts, statement.part),
    level: 3,
    badges: said.may ? badge('good', 'May be said') : badge('neutral', 'Not yet'),
    body: html`${statement.words ? html`<blockquote><p>${statement.words}</p></blockquote>` : html`<p>As the <a href="${`${ask.home}/fact-sheet`}">fact sheet</a> words it from <a href="${packPath(ask.home, file.hash)}">this pack</a>.</p>`}<p>${clock(statement, today)}</p>${consentTable(parties, statement)}${
      said.may
        ? ''
        : html`<p><strong>What stands against it:</strong></p><ul>${said.reasons.map((reason) => html`<li>${reason.replace(/\d{4}-\d{2}-\d{2}/, formatDate)}</li>`)}</ul>`
    }${own && mayBind(ask.member.role) ? consentForm(ask, file.hash, statement, mine, errors) : ''}`,
    footer: `Preview opened by ${statement.madeBy}, ${formatMoment(statement.madeAt)}`,
  });
}

function clock({ previewFrom, previewUntil, embargoUntil }: PublicStatement, today: string): string {
  const left = daysBetween(today, previewUntil);
  const preview =
    left < 0
      ? `The preview was open from ${formatDate(previewFrom)} to ${formatDate(previewUntil)}.`
      : `The preview is open until the end of ${formatDate(previewUntil)}: ${left === 0 ? 'today is its last day' : `${left} more ${left === 1 ? 'day' : 'days'}`}.`;
  return embargoUntil ? `${preview} Embargo until ${formatDate(embargoUntil)}.` : preview;
}

function consentTable(parties: FoundPack['parties'], statement: PublicStatement): Content {
  const rows = parties.map((party) => ({
    party,
    by: statement.consents.find(({ districtId }) => districtId === party.districtId),
  }));
  return table<(typeof rows)[number]>({
    caption: `Consents to: ${entryName(statementParts, statement.part)}`,
    captionHidden: true,
    columns: [
      { header: 'District', kind: 'header', cell: ({ party }) => party.name },
      {
        header: 'Says',
        cell: ({ by }) =>
          !by
            ? badge('neutral', 'Has not answered')
            : by.answer === 'consents'
              ? badge('good', 'Consents')
              : badge('bad', 'Objects'),
      },
      { header: 'Why', cell: ({ by }) => [by?.reason, by?.words].filter(Boolean).join(': ') },
      { header: 'Who', cell: ({ by }) => (by ? `${by.madeBy}, ${formatMoment(by.madeAt)}` : '') },
    ],
    rows,
  });
}
