import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { textArea } from '../../page/textArea.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { Consent } from '../reviews/publicStatements.store.ts';
import type { MemberAsk } from '../web/route.ts';
import type { KeptSheet, SheetStanding } from './publishedSheets.store.ts';
import { publicSheetPath } from './publicSheet.page.ts';

export type ReadSheets = {
  readonly standing: SheetStanding | undefined;
  readonly sheets: readonly KeptSheet[];
  readonly parties: readonly Party[];
};

/** A withdrawal that was refused: what was written stays. */
export type WithdrawingForm = { readonly id: string; readonly words: string; readonly error: string };

const day = (moment: Date) => formatDate(calendarDay(moment));

/** What is public now, and how it can be taken back; what was public before. */
export function publishedBlock(
  ask: MemberAsk,
  { sheets, standing }: ReadSheets,
  withdrawing?: WithdrawingForm,
): Content {
  const [sheet] = sheets.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = sheets.filter((one) => one.withdrawnAt !== null);
  const address = publicSheetPath(ask.member.partnership.slug);
  const current = sheet
    ? callout({
        kind: 'done',
        title: `Published on ${day(sheet.publishedAt)} by ${sheet.publishedBy}`,
        body: html`<p>Anybody reads it without signing in: <a href="${address}">${new URL(address, ask.hub.config.baseUrl).href}</a>${
          standing && standing.kept.hash !== sheet.packHash ? '. A newer sealed pack waits below.' : ''
        }</p>${ask.member.role === 'coordinator' ? withdrawForm(ask, sheet, withdrawing) : ''}`,
      })
    : '';
  return html`${current}${withdrawn.map(
    ({ publishedAt, withdrawnAt, withdrawnBy, withdrawnWords }) =>
      html`<p class="quiet">The sheet published on ${day(publishedAt)} was taken from the public by ${withdrawnBy ?? ''}${withdrawnAt ? ` on ${day(withdrawnAt)}` : ''}: ${withdrawnWords ?? ''}</p>`,
  )}`;
}

function withdrawForm(ask: MemberAsk, sheet: KeptSheet, tried?: WithdrawingForm): Content {
  const field = { id: 'words', name: 'words', label: 'Why it is taken from the public' };
  return details({
    summary: 'Take it from the public',
    open: tried?.id === sheet.id,
    body: form({
      action: `${ask.home}/fact-sheet/sheets/${sheet.id}/withdraw`,
      csrfToken: ask.formToken,
      submit: 'Take it from the public',
      submitTone: 'danger',
      errors: tried ? [{ field: 'words', message: tried.error }] : [],
      body: textArea({
        ...field,
        rows: 2,
        value: tried?.words ?? '',
        error: tried?.error,
        hint: 'The partner reads it in the history. The sheet and the act stay there.',
      }),
    }),
  });
}

/** How far the sealed sheet is on its way: sealed, signed, previewed, consented, published. */
export function standingBlock(
  ask: MemberAsk,
  { sheets, parties }: ReadSheets,
  standing: SheetStanding,
): Content {
  const { kept, file, statement, publishing } = standing;
  const isPublic = sheets.some((one) => one.packHash === kept.hash && one.withdrawnAt === null);
  if (isPublic) return '';
  const today = calendarDay(ask.hub.now());
  const isCoordinator = ask.member.role === 'coordinator';
  const reviewPath = `${ask.home}/reviews/${kept.reviewId}`;
  const isOpen = publishing.may && isCoordinator;
  const why = publishing.may
    ? isOpen
      ? publishForm(ask, kept.hash)
      : html`<p>A coordinator can publish it now.</p>`
    : html`<ul>${publishing.reasons.map((reason) => html`<li>${withDates(reason)}</li>`)}</ul>${
        statement ? '' : html`<p><a href="${reviewPath}">Open its preview in the review</a></p>`
      }`;
  return html`${callout({
    kind: publishing.may ? 'info' : 'warning',
    title: publishing.may ? 'Ready to be published' : 'Not public yet',
    body: why,
  })}${card({
    body: definitionList([
      {
        term: 'Sealed',
        description: html`<a href="${reviewPath}">${file.pack.review.title}</a>, ${day(kept.sealedAt)}, figures as of ${formatDate(file.pack.asOf)}`,
      },
      {
        term: 'Signed',
        description: kept.signatures.map(({ name, signedAt }) => `${name} on ${day(signedAt)}`).join(', '),
      },
      { term: 'Preview', description: previewText(statement, today) },
      ...parties.map((party) => ({ term: party.shortName, description: consentText(party, statement) })),
    ]),
  })}`;
}

function publishForm(ask: MemberAsk, hash: string): Content {
  return form({
    action: `${ask.home}/fact-sheet/publish`,
    csrfToken: ask.formToken,
    submit: 'Publish the fact sheet',
    body: html`<input type="hidden" name="pack" value="${hash}"><p>Anybody will be able to read and download it. Its numbers go out under a free licence (CC BY 4.0).</p>`,
  });
}

function previewText(statement: SheetStanding['statement'], today: string): string {
  if (!statement) return 'not opened yet: districts read a sheet before anybody else does';
  const { previewFrom, previewUntil } = statement;
  const left = Math.round((Date.parse(previewUntil) - Date.parse(today)) / 86_400_000) + 1;
  const clock = left > 0 ? `${left} ${left === 1 ? 'day' : 'days'} left` : 'over';
  return `from ${formatDate(previewFrom)} to the end of ${formatDate(previewUntil)}: ${clock}`;
}

function consentText({ districtId }: Party, statement: SheetStanding['statement']): string {
  const consents: readonly Consent[] = statement?.consents ?? [];
  const given = consents.find((one) => one.districtId === districtId);
  if (!given) return 'has not answered: silence is no consent';
  const by = `${given.madeBy}, ${day(given.madeAt)}`;
  return given.answer === 'consents' ? `consents (${by})` : `objects: ${given.reason ?? ''} (${by})`;
}

/** Days inside a sentence as people write them. */
function withDates(sentence: string): string {
  return sentence.replaceAll(/\d{4}-\d{2}-\d{2}/g, (isoDate) => formatDate(isoDate));
}
