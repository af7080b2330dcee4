import { formatNumber, formatPercent } from '../../vocabulary/formatNumber.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroupCode, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { ReadParty } from '../benchmarks/benchmarkReading.store.ts';
import { enrolmentMeasure, enrolmentShare } from '../evidence/enrolmentShare.ts';
import { enrolmentSharePath } from '../evidence/figurePath.ts';
import { numberLink } from '../../page/numberLink.ts';

const groups: readonly StudentGroupCode[] = ['EL', 'SED', 'SWD', 'HOM', 'FOS', 'HI', 'AA', 'AS', 'WH'];

/** Whom each district serves, side by side, and in plain words where the two are not alike. */
export function whomTheyServe(home: string, parties: readonly ReadParty[]): Content {
  const years = parties.map(
    (party) => party.figures.newestShown(enrolmentMeasure, 'ALL')?.subject.schoolYear ?? 0,
  );
  const year = Math.min(...years);
  if (!(year > 0) || parties.length < 2) return html`<p class="quiet">No enrolment by group is loaded.</p>`;
  const shown = groups.filter((group) => parties.some((party) => enrolmentShare(party.figures, group, year)));
  return html`<p>${unlikeness(parties, shown, year)}</p>${table<StudentGroupCode>({
    phone: 'scroll',
    caption: `Share of the students enrolled at some time in ${schoolYearName(year)}`,
    columns: [
      { header: 'Students', kind: 'header', cell: (group) => studentGroupName(group) },
      ...parties.map((party) => ({
        header: party.shortName,
        kind: 'number' as const,
        cell: (group: StudentGroupCode) => {
          const share = enrolmentShare(party.figures, group, year);
          if (!share) return html`<span class="quiet">withheld</span>`;
          return html`${numberLink({
            text: formatPercent(share.percent, 1),
            href: enrolmentSharePath(home, party.cds, year, group),
            about: `${party.name}, ${studentGroupName(group)}, share of enrolment`,
          })} <span class="quiet share-count">${formatNumber(share.n)}</span>`;
        },
      })),
    ],
    rows: shown,
    note: 'Students enrolled at any time in the year, as the state counts them for its suspension rate. Census-day counts are lower. How many students a district records as homeless depends on how it asks.',
  })}`;
}

/** Similar is not the same: the shares that differ most, said before anybody compares results. */
function unlikeness(parties: readonly ReadParty[], shown: readonly StudentGroupCode[], year: number): string {
  const [first, second] = parties;
  if (!first || !second) return '';
  const gaps = shown
    .flatMap((group) => {
      const [a, b] = [
        enrolmentShare(first.figures, group, year),
        enrolmentShare(second.figures, group, year),
      ];
      return a && b ? [{ group, a: a.percent, b: b.percent, gap: Math.abs(a.percent - b.percent) }] : [];
    })
    .sort((x, y) => y.gap - x.gap)
    .filter(({ gap }) => gap >= 3)
    .slice(0, 3);
  if (gaps.length === 0) return `${first.shortName} and ${second.shortName} serve much the same students.`;
  const parts = gaps.map(
    ({ group, a, b }) =>
      `${inSentence(studentGroupName(group))} (${formatPercent(a, 1)} in ${first.shortName}, ${formatPercent(b, 1)} in ${second.shortName})`,
  );
  return `The two districts are alike, not the same. They differ most in ${parts.join(', ')}. Compare each with districts that serve like students, not with the other.`;
}
