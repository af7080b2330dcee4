import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { fileField } from '../../page/fileField.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { measureById } from '../../measures/registry.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { schoolYearOn } from '../benchmarks/benchmarkDraft.ts';
import { selectBenchmarks } from '../benchmarks/benchmarks.store.ts';
import { selectCommitments } from '../commitments/commitments.store.ts';
import { promisingRoles } from '../commitments/mayActOnCommitment.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { countAttempt, type Limit } from '../people/attempt.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workParts } from '../work/workPlace.page.ts';
import { commitmentRow, whyNames } from './commitmentRows.ts';
import { readSheets } from './readSheets.ts';
import { yearColumn, yearOfColumn } from './sheetColumns.ts';
import { insertSheetImport } from './sheetImports.store.ts';
import { targetRow } from './targetRows.ts';
import { writeSheets } from './writeSheets.ts';

const path = '/partnerships/:partnership/work/sheets';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Commitments and targets as an Excel workbook: out, and back in. */
export const sheetPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => respondSheets(ask) },
  { method: 'get', path: `${path}/partnership.xlsx`, access: 'members', answer: giveWorkbook },
  { method: 'post', path, access: promisingRoles, takesFile: true, answer: bringWorkbook },
];

/** Where a page of the sheets lies. */
export function sheetTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Work', href: `${home}/work` },
    { label: 'In Excel', href: `${home}/work/sheets` },
    ...crumbs,
  ]);
}

function respondSheets(ask: MemberAsk, error?: string): Promise<Response> {
  const mayBring = (promisingRoles as readonly string[]).includes(ask.member.role) && ask.member.districtId;
  return ask.respond({
    title: 'In Excel',
    section: 'work',
    status: error ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Commitments and targets in Excel',
      lead: 'Take them out, change your district’s rows where you like to work, and bring them back. Every difference is shown before anything is done.',
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Work', href: `${ask.home}/work` },
        { label: 'In Excel' },
      ]),
    })}${workParts(ask.home, 'sheets')}${columns('two', [
      card({
        title: '1. Take them out',
        body: html`<p>One workbook: commitments of both districts, each district’s targets, and how to use it.</p><p>${linkButton({ label: 'Get the workbook', href: `${ask.home}/work/sheets/partnership.xlsx` })}</p>`,
        footer: 'What you may see of the partnership, and no figure of a student group.',
      }),
      card({
        title: '2. Bring it back',
        body: mayBring
          ? form({
              action: `${ask.home}/work/sheets`,
              csrfToken: ask.person.csrfToken,
              multipart: true,
              submit: 'Show the differences',
              errors: error ? [{ field: 'workbook', message: error }] : [],
              body: fileField({
                id: 'workbook',
                name: 'workbook',
                label: 'The workbook you changed',
                hint: 'An .xlsx of up to 5 MB. Nothing is done yet.',
                error,
              }),
            })
          : html`<p class="quiet">People of a district who make its promises bring the workbook back.</p>`,
      }),
    ])}${card({
      title: 'What “Why” takes',
      body: html`<p>A day that moves and a commitment that is dropped need one of these, and a sentence of your own:</p><ul>${whyNames.map((name) => html`<li>${name}</li>`)}</ul>`,
    })}`,
  });
}

async function giveWorkbook(ask: MemberAsk): Promise<Response> {
  const { hub, member } = ask;
  const now = hub.now();
  const { parties, benchmarks, commitments } = await asMember(hub.database, member, async (view) => ({
    parties: await selectParties(view),
    benchmarks: await selectBenchmarks(view),
    commitments: await selectCommitments(view),
  }));
  const targets = benchmarks.flatMap((benchmark) => parties.map((party) => targetRow(benchmark, party)));
  const current = schoolYearOn(now);
  const years = new Set([current, current + 1, current + 2, current + 3]);
  for (const { cells } of targets)
    for (const column of Object.keys(cells)) {
      const year = yearOfColumn(column);
      if (year !== undefined) years.add(year);
    }
  const workbook = await writeSheets({
    commitments: commitments.map(commitmentRow),
    targets,
    yearColumns: [...years].sort((a, b) => a - b).map(yearColumn),
    benchmarks: benchmarks.map(({ measureId, group, focusArea, wording }) => [
      measureById(measureId).shortName,
      studentGroupName(group),
      focusAreas.find(({ id }) => id === focusArea)?.name ?? focusArea,
      wording,
    ]),
    districts: new Map(parties.map(({ districtId, name }) => [districtId, name])),
    partnership: member.partnership.name,
    madeOn: formatDate(calendarDay(now)),
  });
  return ask.context.body(Uint8Array.from(workbook), 200, {
    'Content-Type': workbookType,
    'Content-Disposition': 'attachment; filename="partnership.xlsx"',
  });
}

const bringings: Limit = { name: 'sheet by', most: 30, withinMs: 3_600_000 };

async function bringWorkbook(ask: MemberAsk): Promise<Response> {
  const { hub, member } = ask;
  const { districtId } = member;
  if (!districtId) return respondSheets(ask, 'Only people of a district bring its rows back.');
  const { workbook: file } = await ask.context.req.parseBody();
  if (!(file instanceof File) || file.size === 0) return respondSheets(ask, 'Choose the workbook you saved.');
  const now = hub.now();
  if (!(await countAttempt(hub.database, bringings, member.personId, now)))
    return respondSheets(ask, 'You have brought 30 files within an hour: wait a little.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    await readSheets(bytes);
  } catch (error) {
    if (error instanceof ReadingStopped)
      return respondSheets(ask, `${file.name.slice(0, 80)}: ${error.message}; ${error.remedy}.`);
    throw error;
  }
  const id = await asMember(hub.database, member, (view) =>
    insertSheetImport(view, districtId, { fileName: nameOf(file), file: bytes }, now),
  );
  return ask.context.redirect(`${ask.home}/work/sheets/${id}`, 303);
}

/** Its name as it is kept: without NUL, which no store takes. */
function nameOf({ name }: File): string {
  return name.replaceAll('\0', '').slice(0, 200) || 'workbook';
}
