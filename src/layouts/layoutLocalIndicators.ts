import { type SchoolYear, schoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import {
  type LocalIndicatorItem,
  priority2Ratings,
  priority2Words,
  priority3Ratings,
  priority3Words,
} from './localIndicatorItem.ts';
import { hasColumns, type PublicRow, publicRows } from './publicRow.ts';

type Priority = 2 | 3;

/**
 * CDE's workbooks of local indicators under priority 2 (standards) and 3 (families): a row a district, county office
 * or charter school, rated by itself. A rating of 0 is none: whoever answered in words has 0 throughout. A charter's
 * row is a school of the district that authorised it.
 */
export const layoutsLocalIndicators: readonly Layout[] = [
  localIndicators(2, 'implementation of standards', priority2Ratings, priority2Words),
  localIndicators(3, 'family engagement', priority3Ratings, priority3Words),
];

function localIndicators(
  priority: Priority,
  topic: string,
  ratings: readonly LocalIndicatorItem[],
  narratives: readonly LocalIndicatorItem[],
): Layout {
  const own = [...ratings, ...narratives].map(({ column }) => column);
  return {
    id: `local-indicators-${priority}`,
    title: `Local indicators, priority ${priority} (${topic})`,
    turn: 40,
    format: { kind: 'workbook', sheet: /^(pr[23]20\d{2}|Sheet1)$/i, headerLine: 1 },
    matches: (header) => hasColumns(header, ['cdsCode', 'lea', 'priorityNumber', 'year', ...own]),
    open(header) {
      const rowOf = publicRows(header, []);
      return (cells, _line, sink) => {
        const row = rowOf(cells, sink);
        const cds = row.cds('cdsCode');
        const year = yearOf(row, sink);
        if (row.text('priorityNumber') !== String(priority)) {
          const message = `the row is of priority ${row.text('priorityNumber')}, its columns are those of ${priority}`;
          sink.finding(
            'error',
            'priorityMustFitColumns',
            'priorityNumber',
            message,
            'get the file from CDE again',
          );
          return;
        }
        if (!cds || !year) return;
        const place: Place = { cds, name: row.text('lea'), districtName: null, county: null };
        const dataset = datasetOf(year, priority, topic);
        const say = (item: string, rating: number | null, words: string | null): void =>
          sink.localIndicator(place, { schoolYear: year, priority, item, rating, words }, dataset);
        sayRatings(row, ratings, sink, say);
        for (const { column, name } of narratives) {
          const words = row.words(column);
          if (words !== null) say(name, null, words);
        }
      };
    },
  };
}

function yearOf(row: PublicRow, sink: Sink): SchoolYear | undefined {
  const text = row.text('year');
  if (/^20\d{2}$/.test(text)) return schoolYear(Number(text));
  const message = `“${text}” is no year such as 2024`;
  sink.finding('error', 'reportYearMustBeAYear', 'year', message, 'get the file from CDE again');
  return undefined;
}

function sayRatings(
  row: PublicRow,
  items: readonly LocalIndicatorItem[],
  sink: Sink,
  say: (item: string, rating: number, words: null) => void,
): void {
  const unrated: string[] = [];
  for (const { column, name } of items) {
    const rating = row.count(column);
    if (rating === null) continue;
    if (rating === 0) unrated.push(column);
    else if (rating <= 5) say(name, rating, null);
    else {
      const message = `${rating} is no rating from 1 to 5`;
      sink.finding('error', 'ratingMustBe1To5', column, message, 'get the file from CDE again');
    }
  }
  if (unrated.length === 0) return;
  sink.finding(
    'note',
    'zeroIsNoRating',
    unrated.length === 1 ? (unrated[0] ?? null) : null,
    `0 in ${unrated.length} of ${items.length} items: not rated (answered in words, or not taught); left out`,
    'nothing to do: 0 is never read as the lowest rating',
  );
}

function datasetOf(year: SchoolYear, priority: Priority, topic: string): Dataset {
  return {
    key: `cde_local_indicators_${priority}_${year}`,
    publisher: 'California Department of Education',
    title: `Local indicators, priority ${priority} (${topic}), ${schoolYearName(year)}`,
    schoolYear: year,
    synthetic: false,
    difference: 'Each district and charter school rated itself; how strictly differs from one to the next.',
  };
}
