import type { WithheldReason } from '../../vocabulary/cell.ts';
import type { Unit } from '../../vocabulary/measure.ts';
import type { FactSheet, Line, SheetCell } from './factSheet.ts';
import type { PublicBenchmark } from './publicPart.ts';
import { own, plain, type Say, strong } from './sheetSay.ts';

type Side = PublicBenchmark['districts'][number];

/** Benchmarks by focus area, a line a benchmark, a cell a district; areas without one are named. */
export function sheetBenchmarks(say: Say): FactSheet['benchmarks'] {
  const { words, source, named } = say;
  const { benchmarks, partnership, districts } = source.part;
  const areas = partnership.focusAreas.map((area) => ({
    name: named(area, 'focusAreas').text,
    rows: benchmarks.filter(({ focusArea }) => focusArea.id === area.id),
  }));
  const empty = areas.filter(({ rows }) => rows.length === 0).map(({ name }) => plain(words.noMeasure(name)));
  const hasWithheld = benchmarks.some((one) =>
    one.districts.some(({ newest }) => newest?.seen === 'withheld'),
  );
  return {
    title: words.benchmarks,
    paragraphs: [[plain(benchmarks.length === 0 ? words.noBenchmarks : words.benchmarksText)]],
    table:
      benchmarks.length === 0
        ? null
        : {
            caption: words.tableCaption,
            columns: [words.measureColumn, ...districts.map(({ shortName }) => shortName)],
            groups: areas
              .filter(({ rows }) => rows.length > 0)
              .map(({ name, rows }) => ({
                name,
                rows: rows.map((one) => ({
                  name: rowName(one, say),
                  cells: districts.map(({ cds }) =>
                    cellOf(
                      one,
                      one.districts.find((side) => side.cds === cds),
                      say,
                    ),
                  ),
                })),
              })),
          },
    notes: [
      ...empty.map((one) => [one]),
      ...(benchmarks.length > 0 ? [[plain(words.paceNote)]] : []),
      ...(hasWithheld ? [[plain(words.withheldNote)]] : []),
      ...claimNotes(say),
    ],
  };
}

/** What a registered question was answered with, in its own whole sentence: nothing stronger is said anywhere. */
function claimNotes({ words, source, day }: Say): Line[] {
  return source.part.claims.flatMap(({ question, sentence, registeredOn }) =>
    sentence === null
      ? []
      : [[own(`${question} `), own(sentence), plain(` ${words.claimNote(day(registeredOn))}`)]],
  );
}

/** `Mathematics, distance from standard (points): English learners`. */
function rowName({ measure, group }: PublicBenchmark, say: Say): Line {
  const unit = say.words.units[say.definition(measure)?.unit as Unit] ?? null;
  const name = say.measure(measure);
  return [{ ...name, strong: true }, plain(`${unit ? ` (${unit})` : ''}: ${say.group(group)}`)];
}

function cellOf({ measure, group }: PublicBenchmark, side: Side | undefined, say: Say): SheetCell {
  const { words } = say;
  const promise = side?.promise ?? null;
  const last = promise?.targets.at(-1);
  const provenance = promise ? words.provenances[promise.provenance] : null;
  const target = last
    ? `${words.target(say.value(last.value, measure), say.year(last.year))}${provenance ? ` (${provenance})` : ''}`
    : words.noTarget;
  const newest = side?.newest ?? null;
  return {
    explains:
      side && newest?.seen === 'shown'
        ? { cds: side.cds, measure, schoolYear: newest.schoolYear, group: group.code }
        : null,
    figure: figureLine(measure, newest, say),
    target: [plain(target)],
    pace: side?.pace ? paceLine(measure, side.pace, say) : null,
    status: side?.pace?.status ?? null,
  };
}

function figureLine(measure: string, figure: Side['newest'], say: Say): Line {
  const { words } = say;
  if (!figure) return [plain(words.noFigure)];
  if (figure.seen === 'shown') {
    return [strong(say.value(figure.value, measure)), plain(` ${words.inYear(say.year(figure.schoolYear))}`)];
  }
  const known = reasonOf(figure.reason);
  const reason = known ? plain(words.withheld[known]) : own(figure.reason);
  return [reason, plain(` (${say.year(figure.schoolYear)})`)];
}

/** Which reason a pack's sentence gives; undefined for a range or a sentence of a later version, told as it stands. */
function reasonOf(sentence: string): WithheldReason | undefined {
  return reasons.find(([pattern]) => pattern.test(sentence))?.[1];
}

const reasons: readonly (readonly [RegExp, WithheldReason])[] = [
  [/too few students/i, 'few students'],
  [/another withheld figure/i, 'protects another cell'],
  [/earlier release/i, 'earlier release'],
  [/districts agreed/i, 'agreement'],
  [/^not reported/i, 'not reported'],
];

/** The status, then both yearly changes with as many decimals as the needed one takes to show. */
function paceLine(measure: string, pace: NonNullable<Side['pace']>, say: Say): Line {
  const { words } = say;
  const scale = Math.abs(Number(pace.requiredPerYear ?? pace.actualPerYear ?? 0));
  const least = say.definition(measure)?.decimals ?? 1;
  const digits = [least, least + 1, 3].find((n) => n >= 3 || scale === 0 || scale * 10 ** n >= 9.5) ?? 3;
  const of = (value: string | null) => (value === null ? null : say.change(value, digits));
  const perYear = words.perYear(of(pace.actualPerYear), of(pace.requiredPerYear));
  return [strong(words.paces[pace.status]), plain(perYear ? `: ${perYear}` : '')];
}
