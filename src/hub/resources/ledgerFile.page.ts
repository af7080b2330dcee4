import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import {
  discardLedgerImport,
  type LedgerImport,
  selectOptionalLedgerImport,
  updateLedgerMapping,
} from './ledger.store.ts';
import { importBadge } from './ledgerList.page.ts';
import { ledgerColumns, type LedgerMapping, mappingErrors } from './ledgerMapping.ts';
import { mappingForm } from './ledgerMappingForm.page.ts';
import { applyLedger, type LedgerPreview, previewLedger } from './ledgerPreview.store.ts';
import { ledgerPreviewCards } from './ledgerPreview.page.ts';
import { lineTable } from './lineTable.page.ts';
import { isAssigned } from './matchLines.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { readFields, readPeriod, readVersion } from './resourceFields.ts';
import { ledgerHoldings, nameIn } from './resourceKinds.ts';
import { ledgerFilePath, resourcesTrail, respondNotYours } from './resourcesPlace.page.ts';
import { type ResourceReading, readResources } from './resourceReading.store.ts';
import { districtName } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/ledger/:import';

/** One ledger file: which column is what, what it would change, and whether it is counted. */
export const ledgerFilePages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withFile(ask, (found) => respondFile(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path: `${path}/columns`,
    access: resourceRoles,
    answer: (ask) => withOwnFile(ask, (found) => writeColumns(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/apply`,
    access: resourceRoles,
    answer: (ask) => withOwnFile(ask, (found) => apply(ask, found)),
  },
  {
    method: 'post',
    path: `${path}/discard`,
    access: resourceRoles,
    answer: (ask) => withOwnFile(ask, (found) => discard(ask, found)),
  },
];

type Found = {
  readonly file: LedgerImport;
  readonly reading: ResourceReading;
  readonly preview: LedgerPreview | undefined;
};

async function withFile(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const id = ask.context.req.param('import');
  const found = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const file = await selectOptionalLedgerImport(view, id);
        if (!file) return undefined;
        const preview = file.state === 'waiting' ? await previewLedger(view, file) : undefined;
        return { file, preview, reading: await readResources(view, calendarDay(ask.hub.now())) };
      })
    : undefined;
  return found ? answer(found) : notFound(ask, 'There is no such ledger file.');
}

function withOwnFile(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  return withFile(ask, (found) =>
    mayChangeResource(ask.member, found.file.districtId)
      ? answer(found)
      : respondNotYours(ask, ledgerFilePath(ask.home, found.file.id)),
  );
}

function respondFile(
  ask: MemberAsk,
  { file, reading, preview }: Found,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const may = mayChangeResource(ask.member, file.districtId);
  const conflict = errors.get('version');
  return ask.respond({
    title: file.fileName,
    section: 'resources',
    wide: true,
    status: errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: file.fileName,
      eyebrow: `Ledger of ${districtName(reading, file.districtId)}`,
      lead: leadOf(file),
      trail: resourcesTrail(
        ask.home,
        { label: 'Ledger', href: `${ask.home}/resources/ledger` },
        { label: file.fileName },
      ),
      badges: importBadge(file.state),
      meta: html`${nameIn(ledgerHoldings, file.holds)}. Brought by ${file.madeBy}, ${formatMoment(file.madeAt)}. SHA-256 <code>${file.sha256.slice(0, 16)}…</code>`,
    })}${conflict ? callout({ kind: 'refusal', title: conflict }) : ''}${
      ask.context.req.query('known') === 'yes'
        ? callout({ kind: 'done', title: 'Nothing changed: these very bytes were brought before.' })
        : ''
    }${
      preview && may
        ? html`${preview.reading ? ledgerPreviewCards(ask, file, preview) : ''}${mappingForm({ ask, file, preview, written, errors })}`
        : ''
    }${preview && !may ? waiting(reading, file) : ''}${
      file.state === 'applied' ? linesCard(ask, file, reading) : ''
    }`,
  });
}

/** All lines to people of the district; to others those that belong to the work of the partnership. */
function linesCard(ask: MemberAsk, file: LedgerImport, reading: ResourceReading): Content {
  const isOwn = ask.member.districtId === file.districtId;
  const lines = reading.lines.filter((line) => line.importId === file.id && (isOwn || isAssigned(line)));
  const of = districtName(reading, file.districtId);
  return card({
    title: isOwn ? 'Its lines' : 'Its lines that belong to the work',
    body: lineTable(ask.home, reading, lines, 200),
    footer: isOwn
      ? 'The partner sees those that belong to a funding source, a flexibility or work.'
      : `The others are shown to ${of} alone.`,
  });
}

function waiting(reading: ResourceReading, file: LedgerImport): Content {
  return callout({
    kind: 'info',
    title: `It waits for ${districtName(reading, file.districtId)} to look at it. Nothing of it is counted.`,
  });
}

function leadOf({ state, fromDay, untilDay, decidedBy, decidedAt }: LedgerImport): string {
  const days = fromDay && untilDay ? `${formatDate(fromDay)} to ${formatDate(untilDay)}. ` : '';
  const by = decidedBy && decidedAt ? `by ${decidedBy}, ${formatMoment(decidedAt)}` : '';
  if (state === 'waiting') return `${days}Nothing of it is counted yet.`;
  if (state === 'applied') return `${days}Counted since it was applied ${by}.`;
  if (state === 'superseded') return `${days}A corrected file has taken its place; its lines are kept.`;
  return `Set aside ${by}; its bytes are forgotten.`;
}

const meanwhile =
  'Somebody changed or decided this file meanwhile. Nothing was done: look at it again below.';

async function writeColumns(ask: MemberAsk, found: Found): Promise<Response> {
  const { file, preview } = found;
  if (!preview) return respondFile(ask, found, {}, new Map([['version', meanwhile]]));
  const fields = readFields(ask.form);
  const period = readPeriod(fields);
  const mapping: LedgerMapping = Object.fromEntries(
    ledgerColumns.flatMap(({ id }) => (ask.form[`column-${id}`] ? [[id, ask.form[`column-${id}`]]] : [])),
  );
  const errors = new Map(fields.errors);
  for (const [id, message] of mappingErrors(mapping, preview.headings)) errors.set(`column-${id}`, message);
  if (errors.size > 0) return respondFile(ask, found, ask.form, errors);
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    updateLedgerMapping(view, file.id, readVersion(ask.form), mapping, period),
  );
  if (written.done) return ask.context.redirect(ledgerFilePath(ask.home, file.id), 303);
  return withFile(ask, (now) => respondFile(ask, now, ask.form, new Map([['version', meanwhile]])));
}

async function apply(ask: MemberAsk, { file }: Found): Promise<Response> {
  const replaced = isId(ask.form.replaced) ? ask.form.replaced : null;
  const applied = await asMember(ask.hub.database, ask.member, (view) =>
    applyLedger(view, file.id, { basedOn: readVersion(ask.form), replaced }, ask.hub.now()),
  );
  if (applied.done) return ask.context.redirect(ledgerFilePath(ask.home, file.id), 303);
  const message =
    applied.reason === 'faulty'
      ? 'Nothing was counted: the file has errors, which are listed below.'
      : meanwhile;
  return withFile(ask, (now) => respondFile(ask, now, {}, new Map([['version', message]])));
}

async function discard(ask: MemberAsk, { file }: Found): Promise<Response> {
  const version = readVersion(ask.form);
  const done = await asMember(ask.hub.database, ask.member, (view) =>
    discardLedgerImport(view, { ...file, version }, ask.hub.now()),
  );
  if (done.done) return ask.context.redirect(`${ask.home}/resources/ledger`, 303);
  return withFile(ask, (now) => respondFile(ask, now, {}, new Map([['version', meanwhile]])));
}
