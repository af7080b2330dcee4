import type { Figure } from '../vocabulary/cell.ts';
import { cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { parseSchoolYear, type SchoolYear } from '../vocabulary/schoolYear.ts';
import { report } from './breach.ts';
import { countMustBeWhole } from './countMustBeWhole.ts';
import type { Dataset, Layout, Place, ReadRow, Sink } from './layout.ts';
import { numeratorMustFitItsDenominator } from './numeratorMustFitItsDenominator.ts';
import { outcomeDataset } from './outcomeDataset.ts';
import { outcomeMetrics, outcomeSubgroups } from './outcomeWords.ts';
import { percentMustLieWithin0And100 } from './percentMustLieWithin0And100.ts';
import { rateMustFollowFromItsCounts } from './rateMustFollowFromItsCounts.ts';
import { valueMustBeANumber } from './valueMustBeANumber.ts';

const columns =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

/** The state's outcomes, one row a slice, as districts' and schools' files share it; the sample is written alike. */
export const layoutCdeOutcomes: Layout = {
  id: 'cde-outcomes',
  title: 'state outcomes by student group (district_observations.csv, school_observations.csv)',
  turn: 20,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => header.join(',') === columns,
  open: () => readOutcomes(),
};

function readOutcomes(): ReadRow {
  const years = new Map<string, SchoolYear>();
  const datasets = new Map<string, Dataset>();
  let place: Place | undefined;

  const yearOf = (text: string): SchoolYear | undefined => {
    const known = years.get(text) ?? parseSchoolYear(text);
    if (known) years.set(text, known);
    return known;
  };
  const placeOf = (level: string, code: string, name: string, sink: Sink): Place | undefined => {
    if (place?.cds === code && place.name === name) return place;
    const cds = parseCds(code);
    if (!cds) {
      error(sink, 'cdsMustBeACode', 'cds', `“${code}” is no county-district-school code of 14 digits`);
      return undefined;
    }
    if (cdsLevel(cds) !== level) {
      error(
        sink,
        'levelMustFitItsCode',
        'level',
        `“${level}” is written, but ${code} is the code of a ${cdsLevel(cds)}`,
      );
      return undefined;
    }
    if (name.trim() === '') {
      error(sink, 'placeMustHaveAName', 'name', `${code} has no name`);
      return undefined;
    }
    place = { cds, name: name.trim(), districtName: null, county: null };
    return place;
  };
  const datasetOf = (key: string, year: SchoolYear, sink: Sink): Dataset | undefined => {
    const known = datasets.get(key);
    if (known?.schoolYear === year) return known;
    const dataset = outcomeDataset(key, year);
    if (dataset) datasets.set(key, dataset);
    else
      error(
        sink,
        'datasetMustFitItsRow',
        'source_dataset',
        `“${key}” is no dataset of that school year that Tandem knows`,
      );
    return dataset;
  };

  return (cells, _line, sink) => {
    const [level = '', cds = '', name = '', yearText = '', metricWord = '', subgroupWord = ''] = cells;
    const [value = '', numerator = '', denominator = '', reliability = '', key = ''] = cells.slice(6);
    const where = placeOf(level, cds, name, sink);
    const year = yearOf(yearText);
    if (!year)
      error(sink, 'schoolYearMustBeKnown', 'school_year', `“${yearText}” is no school year such as 2023-24`);
    const metric = outcomeMetrics.get(metricWord);
    if (!metric) error(sink, 'metricMustBeKnown', 'metric', `Tandem knows no metric “${metricWord}”`);
    const part = outcomeSubgroups.get(subgroupWord);
    if (!part)
      error(sink, 'subgroupMustBeKnown', 'subgroup', `Tandem knows no student group “${subgroupWord}”`);
    const dataset = year && datasetOf(key, year, sink);
    const figure = figureOf({ value, numerator, denominator, reliability }, metric, sink);
    if (where && year && metric && part && dataset && figure) {
      const subject = { measure: metric.measure, schoolYear: year, grade: part.grade, group: part.group };
      sink.cell(where, subject, figure, dataset);
    }
  };
}

type Written = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly reliability: string;
};

/** Undefined when the row breaks a rule that refuses the file. */
function figureOf(
  written: Written,
  metric: { readonly measure: string; readonly isRate: boolean } | undefined,
  sink: Sink,
): Figure | undefined {
  const { value, numerator, denominator, reliability } = written;
  if (report(sink, 'numerator', countMustBeWhole(numerator))) return undefined;
  if (report(sink, 'denominator', countMustBeWhole(denominator))) return undefined;
  const n = denominator === '' ? null : Number(denominator);
  switch (reliability) {
    case 'reliable':
    case 'small-sample':
      return metric && shownFigure(value, numerator === '' ? null : Number(numerator), n, metric, sink);
    case 'suppressed':
    case 'not-available':
      if (value !== '' || numerator !== '') {
        error(
          sink,
          'withheldRowMustShowNoValue',
          'value',
          `the row is ${reliability} but shows ${value || numerator}`,
        );
        return undefined;
      }
      return {
        seen: 'suppressed',
        n,
        reason: reliability === 'suppressed' ? 'few students' : 'not reported',
      };
    default:
      error(sink, 'reliabilityMustBeKnown', 'reliability', `Tandem knows no reliability “${reliability}”`);
      return undefined;
  }
}

function shownFigure(
  value: string,
  numerator: number | null,
  n: number | null,
  metric: { readonly measure: string; readonly isRate: boolean },
  sink: Sink,
): Figure | undefined {
  if (value === '') {
    error(sink, 'shownRowMustHaveAValue', 'value', 'the row is not suppressed but shows no value');
    return undefined;
  }
  if (report(sink, 'value', valueMustBeANumber(value))) return undefined;
  if (n === null || (metric.isRate && numerator === null)) {
    error(
      sink,
      'shownRowMustHaveItsCounts',
      n === null ? 'denominator' : 'numerator',
      'the count is missing',
    );
    return undefined;
  }
  const rate = metric.isRate ? numerator : null;
  if (rate !== null) {
    if (report(sink, 'value', percentMustLieWithin0And100(value))) return undefined;
    if (report(sink, 'numerator', numeratorMustFitItsDenominator(rate, n))) return undefined;
  }
  if (n === 0) {
    sink.finding(
      'note',
      'figureNeedsSomebody',
      'denominator',
      `${value} is published of nobody`,
      'it is kept as not reported',
    );
    return { seen: 'suppressed', n: 0, reason: 'not reported' };
  }
  if (rate === null) return { seen: 'shown', n, numerator: null, value };
  report(sink, 'value', rateMustFollowFromItsCounts(value, rate, n, metric.measure === 'cci_prepared'));
  return { seen: 'shown', n, numerator: rate, value };
}

function error(sink: Sink, rule: string, column: string, message: string): void {
  sink.finding('error', rule, column, message, 'correct the row at its source, or get the file again');
}
