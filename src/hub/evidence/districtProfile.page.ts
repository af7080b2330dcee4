import { details } from '../../page/details.ts';
import { formatMoney, formatNumber, formatPercent } from '../../vocabulary/formatNumber.ts';
import { type Content, html } from '../../page/html.ts';
import { numberLink } from '../../page/numberLink.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroupCode, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { DistrictReading } from './districtReading.store.ts';
import type { ProfileFact } from './evidenceRows.ts';
import { enrolmentMeasure, enrolmentShare } from './enrolmentShare.ts';
import { enrolmentSharePath } from './figurePath.ts';
import { profileFactors } from '../../layouts/profileFactor.ts';

const served: readonly StudentGroupCode[] = [
  'EL',
  'SED',
  'SWD',
  'HOM',
  'FOS',
  'HI',
  'AA',
  'AS',
  'FI',
  'WH',
  'MR',
];

/** Whom the district serves, by the state's cumulative enrolment, and every other profile fact that is loaded. */
export function profileBlock(home: string, reading: DistrictReading): Content {
  const facts = profileTable(reading);
  return section({
    title: 'Whom it serves',
    id: 'profile',
    body: html`${shares(home, reading)}${facts}`,
  });
}

function shares(home: string, { figures, district }: DistrictReading): Content {
  const all = figures.newestShown(enrolmentMeasure, 'ALL');
  const enrolled = all?.figure.n;
  if (!all || !enrolled) return html`<p class="quiet">No enrolment by group is loaded.</p>`;
  const year = all.subject.schoolYear;
  const parts = served.flatMap((group) => {
    const share = enrolmentShare(figures, group, year);
    return share ? [{ ...share, group, name: studentGroupName(group) }] : [];
  });
  return html`<dl class="shares">${parts.map(
    (part) =>
      html`<div><dt>${part.name}</dt><dd><strong>${numberLink({
        text: formatPercent(part.percent, 1),
        href: enrolmentSharePath(home, district.cds, year, part.group),
        about: `${district.name}, ${part.name}, share of enrolment`,
      })}</strong> <span class="quiet">${formatNumber(part.n)}</span></dd></div>`,
  )}</dl><p class="quiet">Shares of the ${formatNumber(enrolled)} students enrolled at any time in ${schoolYearName(year)}. Groups overlap.</p>`;
}

function profileTable({ profile, sources }: DistrictReading): Content {
  const rows = profileFactors.flatMap((factor) =>
    profile.filter((fact) => fact.factor === factor.id).map((fact) => ({ factor, fact })),
  );
  if (rows.length === 0) return '';
  return details({
    summary: `${rows.length} more facts about its students, its size and its money`,
    body: table<(typeof rows)[number]>({
      caption: 'Profile facts of the newest year, from each source that gives them',
      captionHidden: true,
      columns: [
        { header: 'Fact', kind: 'header', cell: ({ factor }) => factor.name },
        { header: 'Value', kind: 'number', cell: ({ factor, fact }) => factText(fact, factor.unit) },
        { header: 'Year', cell: ({ fact }) => schoolYearName(fact.schoolYear) },
        { header: 'Source', cell: ({ fact }) => sources.get(fact.sourceId)?.title ?? '' },
      ],
      rows,
      note: 'Sources count differently: pupil counts (UPC) leave out charter schools, Ed-Data counts those the district authorised.',
    }),
  });
}

function factText({ value, words }: ProfileFact, unit: (typeof profileFactors)[number]['unit']): string {
  if (value === null) return words ?? '';
  if (unit === 'percent') return formatPercent(value);
  if (unit === 'cents') return formatMoney(Number(value));
  return formatNumber(value);
}
