import { measureById } from '../../measures/registry.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import type { FieldError } from '../../page/errorSummary.ts';
import { fileField } from '../../page/fileField.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { matrix } from '../../page/matrix.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import { verdictStatuses } from '../reconcile/explainFigures.ts';
import { leadingUnexplained } from '../reconcile/leadingUnexplained.ts';
import { wholeDistrict } from '../reconcile/publicFigure.ts';
import { type PublicFile, selectFigureYears, selectPublicFiles } from '../reconcile/publicFigures.store.ts';
import { publicLayouts } from '../reconcile/readPublicFile.ts';
import type { ReconcileRow } from '../reconcile/reconcileRows.ts';
import { selectStoredRows } from '../reconcile/storedRows.store.ts';
import { isOutdated, isStale } from '../reconcile/whatIfCounts.store.ts';
import { readUpload } from '../serve/readUpload.ts';
import { jobPath, type VaultAsk, type VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import { rawCountsCallout } from './rawCounts.ts';
import { orderReconciling } from './reconcileJob.ts';
import { figureAddress, reconcileCell, statusWords } from './reconcileWords.ts';
import { gradeWords, groupName } from './sliceChoice.ts';

/** Of each measure so many unexplained figures are listed. */
const mostListed = 3;

/** The vault's figures beside the state's: what is equal, what explains a difference, what nothing does. */
export const reconcilePages: readonly VaultRoute[] = [
  { method: 'get', path: '/reconcile', menu: 'Reconcile', answer: (ask) => reconcilePage(ask) },
  {
    method: 'post',
    path: '/reconcile',
    takes: 'files',
    answer: async (ask) => {
      const upload = await readUpload(ask);
      if (upload.files.length > 0) return ask.context.redirect(jobPath(orderReconciling(ask, upload)), 303);
      upload.remove();
      return reconcilePage(ask, [{ field: 'files', message: 'Choose at least one file.' }]);
    },
  },
  {
    method: 'post',
    path: '/reconcile/again',
    answer: (ask) => ask.context.redirect(jobPath(orderReconciling(ask)), 303),
  },
];

async function reconcilePage(ask: VaultAsk, errors: readonly FieldError[] = []): Promise<Response> {
  const years = await selectFigureYears(ask.vault);
  const asked = Number(ask.context.req.query('year'));
  const year = years.find((one) => one.year === asked)?.year ?? years[0]?.year;
  const all = year === undefined ? [] : await selectStoredRows(ask.vault, { year });
  const places = [...new Map(all.map((row) => [row.school, row.schoolName ?? 'The district'])).entries()];
  const wanted = ask.context.req.query('place') ?? '';
  const place = places.find(([cds]) => cds === wanted)?.[0] ?? wholeDistrict;
  const rows = all.filter(({ school }) => school === place);
  const files = await selectPublicFiles(ask.vault);
  const stale = await isStale(ask.vault);
  const outdated = !stale && (await isOutdated(ask.vault));
  return ask.respond({
    title: 'Reconcile with the state',
    wide: true,
    print: 'landscape',
    ...(errors.length > 0 ? { status: 422 as const } : {}),
    body: html`${pageHeading({
      title: 'Reconcile with the state',
      lead:
        year === undefined
          ? 'The vault’s figures beside those that the state publishes: what is equal, what explains a difference, and what nothing explains.'
          : summarySentence(all, year),
    })}${stale ? staleCallout() : outdated ? outdatedCallout() : ''}${
      year === undefined
        ? emptyState({
            title: 'No public figures are here yet.',
            body: 'Hand in a file that the state publishes: its figures of this district are kept, and every one is held against the vault’s.',
            level: 2,
          })
        : html`${rawCountsCallout()}${choice(years, year, places, place)}${whatToLookAt(all)}${matrixOf(rows, year)}`
    }${sources(ask, files, errors)}`,
  });
}

function staleCallout(): Html {
  return callout({
    kind: 'warning',
    title: 'Files were loaded or taken out since the measures were computed.',
    body: html`<a href="/measures">Compute them again</a>, then reconcile.`,
  });
}

function outdatedCallout(): Html {
  return callout({
    kind: 'warning',
    title: 'The measures were computed anew since they were reconciled.',
    body: html`<a href="#sources">Reconcile again</a>: what explains a difference must be counted again too.`,
  });
}

function summarySentence(rows: readonly ReconcileRow[], year: number): string {
  const parts = verdictStatuses.flatMap((status) => {
    const many = rows.filter((row) => row.status === status).length;
    return many === 0 ? [] : [`${many} ${statusWords[status].toLowerCase()}`];
  });
  return `Of ${countWords(rows.length, 'published figure')} of ${schoolYearName(year)}: ${parts.join(', ')}.`;
}

function choice(
  years: readonly { readonly year: number }[],
  year: number,
  places: readonly (readonly [string, string])[],
  place: string,
): Html {
  if (years.length < 2 && places.length < 2) return html``;
  return form({
    action: '/reconcile',
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'year',
      name: 'year',
      label: 'School year',
      empty: null,
      value: String(year),
      options: years.map((one) => ({ value: String(one.year), label: schoolYearName(one.year) })),
    })}${
      places.length < 2
        ? ''
        : selectField({
            id: 'place',
            name: 'place',
            label: 'Place',
            empty: null,
            value: place,
            options: places.map(([value, label]) => ({ value, label })),
          })
    }`,
  });
}

/** What nothing explains, district first; then what explains the others. */
function whatToLookAt(rows: readonly ReconcileRow[]): Html {
  const leading = leadingUnexplained(rows, mostListed);
  const more = leading.reduce((sum, one) => sum + one.more, 0);
  const causes = [...Map.groupBy(rows, ({ by }) => by)].flatMap(([by, own]) => (by ? [{ by, own }] : []));
  const list =
    leading.length === 0
      ? callout({ kind: 'done', title: 'Nothing is unexplained.' })
      : html`${itemList(
          leading
            .flatMap(({ told }) => told)
            .map((row) => ({
              title: figureName(row),
              href: figureAddress(row),
              body: row.sentence,
              meta: row.next ?? '',
            })),
        )}${more > 0 ? html`<p class="table-note">And ${more} more of the same measures, marked below and in their schools.</p>` : ''}`;
  const explained =
    causes.length === 0
      ? ''
      : section({
          id: 'causes',
          title: 'What explains the others',
          body: html`<ul>${causes.map(
            ({ by, own }) =>
              html`<li><strong>${countWords(own.length, 'figure')}</strong>: the state’s is ${by}. ${own[0]?.reasons.join(' ') ?? ''}</li>`,
          )}</ul>`,
        });
  return html`${section({ id: 'look', title: 'Look at these', body: list })}${explained}`;
}

function figureName(row: ReconcileRow): string {
  const place = row.school === wholeDistrict ? '' : `, ${row.schoolName ?? row.school}`;
  return `${columnName(row)}, ${groupName(row.group)}${place}`;
}

function columnName({ measure, grade }: ReconcileRow): string {
  const { shortName } = measureById(measure);
  return grade === 'all' ? shortName : `${shortName}, ${gradeWords(grade).replace('Grade', 'grade')}`;
}

function matrixOf(rows: readonly ReconcileRow[], year: number): Html {
  const columns = [...Map.groupBy(rows, (row) => `${row.dataset} ${columnName(row)}`).values()];
  const many = Map.groupBy(columns, (own) => (own[0] ? columnName(own[0]) : ''));
  const groups = studentGroups.filter(({ code }) => rows.some(({ group }) => group === code));
  return section({
    id: 'matrix',
    title: `Every figure of ${schoolYearName(year)}`,
    lead: 'Each leads to its own page: both figures, and what every cause that was tried would give.',
    body: matrix({
      caption: `Figures of ${schoolYearName(year)} by student group and measure`,
      captionHidden: true,
      corner: 'Students',
      columns: columns.map((own) => {
        const [first] = own;
        if (!first) return '';
        const alone = (many.get(columnName(first))?.length ?? 0) < 2;
        return alone ? columnName(first) : `${columnName(first)} (${first.title})`;
      }),
      rows: groups.map(({ code, name }) => ({
        header: name,
        cells: columns.map((own) => reconcileCell(own.find(({ group }) => group === code))),
      })),
      note: 'A tick: equal. Two waves: another figure, and why. A triangle: a difference that nothing explains, the vault’s less the state’s. A dash: nothing to compare.',
    }),
  });
}

function sources(ask: VaultAsk, files: readonly PublicFile[], errors: readonly FieldError[]): Html {
  const kept =
    files.length === 0
      ? ''
      : table<PublicFile>({
          caption: 'Public files that figures are kept of',
          captionHidden: true,
          rows: files,
          columns: [
            { header: 'File', kind: 'header', cell: ({ name }) => name },
            { header: 'Figures of this district', kind: 'number', cell: ({ figures }) => String(figures) },
            { header: 'Data as of', cell: ({ asOf }) => (asOf ? formatDate(asOf) : 'not said') },
            { header: 'Handed in', cell: ({ loadedAt }) => formatMoment(loadedAt) },
            { header: 'SHA-256', cell: ({ sha256 }) => html`<code>${sha256.slice(0, 16)}…</code>` },
          ],
        });
  const again =
    files.length === 0
      ? ''
      : form({ action: '/reconcile/again', csrfToken: ask.formToken, body: '', submit: 'Reconcile again' });
  return section({
    id: 'sources',
    title: 'The state’s files',
    body: html`${kept}${again}${form({
      action: '/reconcile',
      csrfToken: ask.formToken,
      multipart: true,
      submit: 'Take the figures and reconcile',
      submitTone: files.length === 0 ? 'main' : 'second',
      errors,
      body: fileField({
        id: 'files',
        name: 'files',
        label: 'Public files',
        hint: 'As the state publishes them. The figures of this district and its schools are kept, nothing else.',
        multiple: true,
        ...(errors[0] ? { error: errors[0].message } : {}),
      }),
    })}${details({
      summary: 'Files that are known',
      body: html`<ul>${publicLayouts.map(({ title }) => html`<li>${title}</li>`)}</ul><p>When you know on which day the publisher took its data, say so: <code>tandem vault reconcile DIR FILE --as-of 2024-08-15</code>. Then the vault is also counted as it could be known on that day.</p>`,
    })}`,
  });
}
