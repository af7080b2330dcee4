import { measureById } from '../../measures/registry.ts';
import { callout } from '../../page/callout.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import type { ReleaseChanges } from '../../release/changesBetween.ts';
import { keyFingerprint } from '../../release/keyFingerprint.ts';
import { lessToldSentences } from '../../release/lessToldSentences.ts';
import type { Release } from '../../vocabulary/release.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { certificateSentences } from '../release/certificateSentences.ts';
import { isRefusedOutside, outsideSentence } from '../release/outsideAttack.ts';
import { reasonTally } from '../release/reasonTally.ts';
import type { AccountLine, KeptDraft } from '../release/releases.store.ts';
import { oneSittingSentences } from '../release/oneSitting.ts';
import type { RegisteredSigner } from '../release/signers.store.ts';
import { countWords } from './countWords.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** What leaves and what does not, by reason and by measure. */
export function whatLeaves(draft: KeptDraft): Html {
  const { release, preview } = draft;
  const byReason = table({
    caption: 'Cells by what is told of them',
    columns: [
      { header: 'What is told', kind: 'header', cell: ({ words }) => sentenceCase(words) },
      { header: 'Cells', kind: 'number', cell: ({ cells }) => formatNumber(cells) },
    ],
    rows: reasonTally(draft),
    note: 'Why a cell is withheld stays in this vault. The partner reads “small numbers” for all of them: to say which are small would tell how small.',
  });
  const byMeasure = table<Release['tables'][number]>({
    caption: 'Cells by measure and year',
    phone: 'scroll',
    columns: [
      {
        header: 'Measure',
        kind: 'header',
        cell: ({ measure, schoolYear }) =>
          html`<a href="/release/cells?table=${measure}-${schoolYear}">${measureById(measure).shortName}, ${schoolYearName(schoolYear)}</a>`,
      },
      { header: 'Shown', kind: 'number', cell: (one) => seenCount(one, 'shown') },
      { header: 'As a range', kind: 'number', cell: (one) => seenCount(one, 'coded') },
      { header: 'Withheld', kind: 'number', cell: (one) => seenCount(one, 'suppressed') },
    ],
    rows: release.tables,
  });
  const held = preview.held.map(({ measures, schoolYear, reason }) =>
    callout({
      kind: 'warning',
      title: `${measures.map((id) => measureById(id).shortName).join(', ')} of ${schoolYearName(schoolYear)} are kept back whole.`,
      body: `No choice of cells protects them: ${reason}.`,
    }),
  );
  return section({
    id: 'leaves',
    title: 'What leaves',
    action: html`<a class="button button-second" href="/release/cells">Every cell</a>`,
    body: html`${held}${columns('two', [byReason, byMeasure])}${
      preview.notCounted.length > 0
        ? html`<p>Not counted in these years: ${preview.notCounted.map((id) => measureById(id).shortName).join(', ')}.</p>`
        : ''
    }`,
  });
}

function seenCount({ cells }: Release['tables'][number], seen: string): string {
  return formatNumber(cells.filter((cell) => cell.seen === seen).length);
}

/** The certificate in plain words. */
export function certificate({ release, preview: { outside, lessened } }: KeptDraft): Html {
  const { policy } = release.certificate;
  return section({
    id: 'certificate',
    title: 'What is proved',
    lead: 'Nobody who reads this release and every earlier one, and can do all arithmetic there is, finds a withheld count more closely than the policy allows.',
    body: html`${isRefusedOutside(outside) ? callout({ kind: 'refusal', title: 'The hub will refuse this draft, so it cannot be sealed.', body: html`<ul>${outside.problems.map((one) => html`<li>${one}</li>`)}</ul>` }) : ''}<ul>${[...certificateSentences(release), ...lessToldSentences({ certificate: { lessened } }), outsideSentence(outside)].map((sentence) => html`<li>${sentence}</li>`)}</ul>${definitionList(
      [
        {
          term: 'Policy',
          description: html`${policy.id}, version ${policy.version}, <code>${policy.hash.slice(0, 16)}…</code>`,
        },
        { term: 'Made by', description: `${release.software}; ${release.certificate.solver}` },
      ],
    )}`,
  });
}

/** What is other than in the release before. */
export function whatChanged(
  changes: ReleaseChanges,
  last: Release,
  newSigners: readonly RegisteredSigner[],
): Html {
  const { added, gone, same, changed, lessTold, moreTold } = changes;
  const names = (all: readonly string[]) => all.map(tableName).join('; ');
  const lines = [
    added.length > 0 ? `New: ${names(added)}.` : '',
    gone.length > 0 ? `Not told any more, though the partner keeps what was told: ${names(gone)}.` : '',
    `${countWords(same, 'cell')} the same; ${countWords(changed, 'cell')} with another figure.`,
    moreTold > 0 ? `${countWords(moreTold, 'cell')} that were withheld or a range are told more of now.` : '',
    lessTold > 0 ? `${countWords(lessTold, 'cell')} told before are withheld or a range now.` : '',
    ...newSigners.map(
      ({ name, role, registeredAt }) =>
        `${name} (${role}) may sign since ${formatDate(calendarDay(registeredAt))}, after the last release.`,
    ),
  ];
  return section({
    id: 'changes',
    title: `What changed since release ${last.sequence}`,
    body: html`<ul>${lines.filter((line) => line !== '').map((line) => html`<li>${line}</li>`)}</ul>`,
  });
}

function tableName(name: string): string {
  const [measure = '', year = ''] = name.split(' ');
  return `${measureById(measure).shortName}, ${schoolYearName(Number(year))}`;
}

/** Who has signed, who may, and how. */
export function signatures(draft: KeptDraft, signers: readonly RegisteredSigner[], folder: string): Html {
  const live = signers.filter(({ endedAt }) => endedAt === null);
  const rows = live.map((signer) => ({
    ...signer,
    signed: draft.signatures.find(({ publicKey }) => publicKey === signer.publicKey),
  }));
  const command = `tandem vault release ${folder} sign --hash ${draft.hash.slice(0, 12)} --signing-key YOUR.key`;
  const isSigned = draft.signatures.length >= 2;
  const elsewhere = `tandem vault release ${folder} export --out to-sign.json`;
  return section({
    id: 'signatures',
    title: 'Two signatures',
    lead: isSigned
      ? 'Two people have signed exactly this. It leaves when its file is written, by a command.'
      : 'Two people sign the hash below, each with a key that only they have. Signing is a command, on the machine where the key is; this page never sees it.',
    body: html`${oneSittingSentences(live).map((title) => callout({ kind: 'warning', title }))}${definitionList([{ term: 'Hash of what leaves', description: html`<code class="hash">${draft.hash}</code>` }])}${table(
      {
        caption: 'Who may sign',
        columns: [
          { header: 'Name', kind: 'header', cell: ({ name }) => name },
          { header: 'Role', cell: ({ role }) => role },
          {
            header: 'Fingerprint of the key',
            cell: ({ publicKey }) => html`<code>${keyFingerprint(publicKey)}</code>`,
          },
          {
            header: 'Signed',
            cell: ({ signed }) => (signed ? formatMoment(new Date(signed.signedAt)) : 'Not yet'),
          },
        ],
        rows,
        empty: html`Nobody may sign yet. Each of two people makes a key: <code>tandem vault key new</code>, then <code>tandem vault key register</code>.`,
      },
    )}<p>${isSigned ? 'Write the file' : 'Sign'}, when these pages have ended: <code>${isSigned ? `tandem vault release ${folder} seal` : command}</code></p>${isSigned ? '' : html`<p>With a key on another machine: <code>${elsewhere}</code> writes what to sign, without any cell.</p>`}`,
  });
}

/** Everything that ever left, the newest first. */
export function account(lines: readonly AccountLine[]): Html {
  const left = lines.filter(({ releasedAt }) => releasedAt !== null).toReversed();
  const numberOf = new Map(left.map(({ hash, sequence }) => [hash, sequence]));
  return section({
    id: 'account',
    title: 'What has left this vault',
    lead: 'For good: each new release is audited against all of these, their hidden counts included.',
    body: table<AccountLine>({
      caption: 'Releases, the newest first',
      captionHidden: true,
      phone: 'stack',
      columns: [
        { header: 'Release', kind: 'header', cell: ({ sequence }) => String(sequence) },
        { header: 'Left', cell: ({ releasedAt }) => (releasedAt ? formatMoment(releasedAt) : '') },
        { header: 'For', cell: ({ partnership }) => partnership },
        { header: 'Measures', cell: measuresText },
        { header: 'Shown', kind: 'number', cell: ({ shown }) => formatNumber(shown) },
        { header: 'Withheld', kind: 'number', cell: ({ suppressed }) => formatNumber(suppressed) },
        {
          header: 'Place',
          cell: ({ hash, supersedes }) => {
            const after = left.find((one) => one.supersedes === hash);
            const takes = supersedes ? `takes the place of ${numberOf.get(supersedes) ?? '?'}` : '';
            return (
              [takes, after ? `replaced by ${after.sequence}` : ''].filter(Boolean).join('; ') || 'stands'
            );
          },
        },
        { header: 'Hash', cell: ({ hash }) => html`<code>${hash.slice(0, 12)}…</code>` },
      ],
      rows: left,
      empty: 'Nothing has left it.',
    }),
  });
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Mathematics, met standard, and 3 more; 2024, 2025` */
function measuresText({ measures, years }: AccountLine): string {
  const [first = '', ...more] = measures.split(', ');
  const names = `${measureById(first).shortName}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return `${names}; ${years
    .split(', ')
    .map((year) => schoolYearName(Number(year)))
    .join(', ')}`;
}
