import { formatNumber, formatPercent } from '../../page/formatNumber.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroupCode, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { ReadParty } from '../benchmarks/benchmarkReading.store.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { isShown } from '../evidence/figures.ts';
import { numberLink } from '../../page/numberLink.ts';

const groups: readonly StudentGroupCode[] = ['EL', 'SED', 'SWD', 'HOM', 'FOS', 'HI', 'AA', 'AS', 'WH'];

type Share = { readonly n: number; readonly percent: number };

/** A group's share of the students enrolled at some time in a year, from the denominators the state publishes. */
function shareOf({ figures }: ReadParty, group: StudentGroupCode, year: number): Share | undefined {
  const all = figures.find('suspension', 'ALL', year);
  const own = figures.find('suspension', group, year);
  if (!isShown(all) || !isShown(own) || !all.figure.n || own.figure.n === null) return undefined;
  return { n: own.figure.n, percent: (100 * own.figure.n) / all.figure.n };
}

/** Whom each district serves, side by side, and in plain words where the two are not alike. */
export function whomTheyServe(home: string, parties: readonly ReadParty[]): Content {
  const years = parties.map(
    (party) => party.figures.newestShown('suspension', 'ALL')?.subject.schoolYear ?? 0,
  );
  const year = Math.min(...years);
  if (!(year > 0) || parties.length < 2) return html`<p class="quiet">No enrolment by group is loaded.</p>`;
  const shown = groups.filter((group) => parties.some((party) => shareOf(party, group, year)));
  return html`<p>${unlikeness(parties, shown, year)}</p>${table<StudentGroupCode>({
    phone: 'scroll',
    caption: `Share of the students enrolled at some time in ${schoolYearName(year)}`,
    columns: [
      { header: 'Students', kind: 'header', cell: (group) => studentGroupName(group) },
      ...parties.map((party) => ({
        header: party.shortName,
        kind: 'number' as const,
        cell: (group: StudentGroupCode) => {
          const share = shareOf(party, group, year);
          const found = party.figures.find('suspension', group, year);
          if (!share || !found) return html`<span class="quiet">withheld</span>`;
          return html`${numberLink({
            text: formatPercent(share.percent, 1),
            href: figurePath(home, party.cds, found.subject),
            about: `${party.name}, ${studentGroupName(group)}, share of enrolment`,
          })} <span class="quiet">${formatNumber(share.n)}</span>`;
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
      const [a, b] = [shareOf(first, group, year), shareOf(second, group, year)];
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
