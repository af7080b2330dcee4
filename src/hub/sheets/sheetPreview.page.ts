import { createHash } from 'node:crypto';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { changedMails, givenMails } from '../commitments/commitmentMails.page.ts';
import { promisingRoles } from '../commitments/mayActOnCommitment.ts';
import { selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { applySheets, readStanding, SheetChangedMeanwhile, type SheetMails } from './applySheets.store.ts';
import { type Comparison, compareSheets, type RowOutcome } from './compareSheets.ts';
import { readSheets } from './readSheets.ts';
import { selectOptionalSheetImport, type SheetImport } from './sheetImports.store.ts';
import { sheetTrail } from './sheets.page.ts';

const path = '/partnerships/:partnership/work/sheets/:sheet';

/** The differences of a workbook that came back, and applying them. */
export const sheetPreviewPages: Route[] = [
  {
    method: 'get',
    path,
    access: promisingRoles,
    answer: (ask) => withSheet(ask, (found) => respondPreview(ask, found)),
  },
  {
    method: 'post',
    path,
    access: promisingRoles,
    answer: (ask) => withSheet(ask, (found) => applyPreview(ask, found)),
  },
];

type Found = { readonly id: string; readonly sheet: SheetImport; readonly comparison: Comparison };

/** The workbook of the address, of the asker's own district, compared with what stands now. */
async function withSheet(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('sheet') ?? '';
  const found = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const sheet = await selectOptionalSheetImport(view, id);
        const standing = await readStanding(view, ask.hub.now());
        return sheet && standing && sheet.districtId === standing.own.districtId
          ? { sheet, standing }
          : undefined;
      })
    : undefined;
  if (!found) return notFound(ask, 'There is no such workbook of your district.');
  const comparison = compareSheets(await readSheets(Uint8Array.from(found.sheet.file)), found.standing);
  return answer({ id, sheet: found.sheet, comparison });
}

function respondPreview(
  ask: MemberAsk,
  { id, sheet, comparison }: Found,
  refusal?: string,
): Promise<Response> {
  const { rows, unchanged, missing, plan } = comparison;
  const stopping = rows.filter(({ outcome }) => outcome === 'refused' || outcome === 'conflict');
  const { appliedAt } = sheet;
  const isApplied = appliedAt !== null;
  const canApply = !isApplied && stopping.length === 0 && plan.length > 0;
  return ask.respond({
    title: `Differences: ${sheet.fileName}`,
    section: 'work',
    status: refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: isApplied ? 'This workbook is applied' : 'What would change',
      eyebrow: sheet.fileName,
      lead: appliedAt
        ? `${count(sheet.changes ?? 0, 'row')} changed on ${formatMoment(appliedAt)}.`
        : sentenceOf(comparison, stopping.length),
      trail: sheetTrail(ask.home, { label: 'Differences' }),
    })}${refusal ? callout({ kind: 'refusal', title: refusal }) : ''}${
      isApplied || stopping.length === 0
        ? ''
        : callout({
            kind: 'refusal',
            title: `${count(stopping.length, 'row')} ${stopping.length === 1 ? 'stands' : 'stand'} in the way: nothing is done until ${stopping.length === 1 ? 'it is' : 'they are'} right.`,
            body: 'Change them in the workbook, save it, and bring it back.',
          })
    }${isApplied || rows.length === 0 ? '' : card({ body: differences(rows) })}${
      missing.length > 0 && !isApplied
        ? details({
            summary: `${count(missing.length, 'row')} of your district ${missing.length === 1 ? 'is' : 'are'} not in the file: nothing happens to ${missing.length === 1 ? 'it' : 'them'}`,
            body: html`<ul>${missing.map(({ title }) => html`<li>${title}</li>`)}</ul><p class="quiet">A deleted row deletes nothing. Drop a commitment with its reason instead.</p>`,
          })
        : ''
    }${unchanged > 0 && !isApplied ? html`<p class="quiet">${count(unchanged, 'row')} as ${unchanged === 1 ? 'it was' : 'they were'}.</p>` : ''}${
      canApply
        ? form({
            action: `${ask.home}/work/sheets/${id}`,
            csrfToken: ask.person.csrfToken,
            submit: `Apply ${count(plan.length, 'change')}`,
            second: linkButton({
              label: 'Leave everything as it is',
              href: `${ask.home}/work/sheets`,
              tone: 'quiet',
            }),
            body: html`<input type="hidden" name="changes" value="${fingerprint(comparison)}">`,
          })
        : html`<p>${linkButton({ label: isApplied ? 'To the commitments' : 'Bring another workbook', href: `${ask.home}/work/${isApplied ? 'commitments' : 'sheets'}` })}</p>`
    }`,
  });
}

function sentenceOf({ rows, plan }: Comparison, stopping: number): string {
  if (rows.length === 0) return 'The workbook says what stands here already: nothing would change.';
  return stopping === 0
    ? `${count(plan.length, 'row')} would change. Nothing is done yet.`
    : `${count(rows.length, 'row')} differ. Nothing is done yet.`;
}

const outcomes = {
  new: ['info', 'New'],
  change: ['good', 'Changes'],
  conflict: ['bad', 'Changed here too'],
  refused: ['bad', 'Not right'],
} as const;

function differences(rows: readonly RowOutcome[]): Content {
  return table({
    caption: 'Rows that differ',
    captionHidden: true,
    columns: [
      {
        header: 'Row',
        kind: 'header',
        cell: ({ title, sheet, line }) => html`${title}<br><span class="quiet">${sheet}, row ${line}</span>`,
      },
      { header: 'What', cell: ({ outcome }) => badge(outcomes[outcome][0], outcomes[outcome][1]) },
      {
        header: 'Now → in the file',
        cell: ({ fields, sentences }) =>
          html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}${
            fields.length > 0
              ? html`<ul>${fields.map(({ column, from, to }) => html`<li><strong>${column}</strong>: ${from === '' ? html`<span class="quiet">empty</span>` : from} → ${to === '' ? html`<span class="quiet">empty</span>` : to}</li>`)}</ul>`
              : ''
          }`,
      },
    ],
    rows,
  });
}

/** What was shown, so that only that is applied. */
function fingerprint({ plan }: Comparison): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

async function applyPreview(ask: MemberAsk, found: Found): Promise<Response> {
  const { id, sheet, comparison } = found;
  if (sheet.appliedAt)
    return respondPreview(ask, found, 'This workbook was applied before: nothing was done again.');
  const isAsShown = ask.form.changes === fingerprint(comparison);
  const isRight = comparison.rows.every(({ outcome }) => outcome === 'new' || outcome === 'change');
  if (!isAsShown || !isRight || comparison.plan.length === 0)
    return respondPreview(
      ask,
      found,
      'Something changed here while you were looking: nothing was done. Look at the differences again.',
    );
  try {
    const now = ask.hub.now();
    const applied = await asMember(ask.hub.database, ask.member, async (view) => {
      const context = {
        baseUrl: ask.hub.config.baseUrl,
        replyAddress: ask.hub.config.replyAddress,
        parties: await selectParties(view),
        members: await selectMembers(view),
      };
      const mails: SheetMails = {
        ofNew: (inside, made) => givenMails(inside, made, context, now),
        ofStep: async (inside, commitment, step) => {
          if (step.step === 'handed over')
            return givenMails(inside, { ...commitment, ...step }, context, now);
          if (step.step === 'moved' || step.step === 'dropped')
            return changedMails(inside, commitment, step, context);
          return [];
        },
      };
      return applySheets(view, id, comparison, mails, now);
    });
    if (applied.done) return ask.context.redirect(`${ask.home}/work/sheets/${id}`, 303);
  } catch (error) {
    if (!(error instanceof SheetChangedMeanwhile)) throw error;
  }
  return withSheet(ask, (now) =>
    respondPreview(ask, now, 'Somebody else was quicker: nothing was done. Look at the differences again.'),
  );
}

function count(n: number, what: string): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}
