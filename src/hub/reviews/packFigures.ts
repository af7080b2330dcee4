import { hashDefinition } from '../../measures/hashDefinition.ts';
import { formatValue } from '../../measures/formatValue.ts';
import type { Figure, Subject, WithheldReason } from '../../vocabulary/cell.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { Pack, PackBenchmark, PackFigure } from '../../vocabulary/pack.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { type StudentGroup, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Pace } from '../benchmarks/pace.ts';
import { paceSentence } from '../benchmarks/paceSentence.ts';
import { decimalText } from './decimalText.ts';

const withheldReasons: Readonly<Record<WithheldReason, string>> = {
  'few students': 'Withheld by the publisher: too few students.',
  'protects another cell': 'Withheld: it would give another withheld figure away.',
  'earlier release': 'Withheld: together with an earlier release it would give something away.',
  agreement: 'Withheld: the districts agreed to show no group as small as this one.',
  'not reported': 'Not reported.',
};

type Sourced = { readonly subject: Subject; readonly figure: Figure; readonly sourceId: string };

/** A figure as a pack keeps it. */
export function packFigure(
  { subject: { schoolYear }, figure, sourceId: source }: Sourced,
  measure: MeasureDefinition,
): PackFigure {
  if (figure.seen === 'suppressed')
    return { seen: 'withheld', schoolYear, reason: withheldReasons[figure.reason], source };
  if (figure.seen === 'coded') return { seen: 'withheld', schoolYear, reason: figure.text, source };
  return {
    seen: 'shown',
    schoolYear,
    value: figure.value,
    text: formatValue(figure.value, measure.unit, measure.decimals),
    n: figure.n,
    numerator: figure.numerator,
    source,
    definition: hashDefinition(measure),
  };
}

/** A measure's definition as a pack keeps it. */
export function packDefinition(measure: MeasureDefinition): Pack['definitions'][number] {
  return {
    measure: measure.id,
    version: measure.version,
    hash: hashDefinition(measure),
    name: measure.name,
    shortName: measure.shortName,
    numerator: measure.numerator,
    denominator: measure.denominator,
    exclusions: measure.exclusions,
    unit: measure.unit,
    decimals: measure.decimals,
    direction: measure.direction,
    publisherSource: measure.source,
  };
}

/** A pace with the sentence a page shows of it. */
export function packPace(
  pace: Pace | null,
  about: {
    readonly shortName: string;
    readonly measure: MeasureDefinition;
    readonly group: StudentGroup;
    readonly students: number | null;
  },
): PackBenchmark['districts'][number]['pace'] {
  const { measure, group, shortName, students } = about;
  if (!pace || measure.unit === 'letter' || measure.unit === 'flag') return null;
  const subject =
    group.code === 'ALL' ? shortName : `${shortName} (${inSentence(studentGroupName(group.code))})`;
  const { actual, requiredPerYear } = pace;
  return {
    status: pace.status,
    sentence: paceSentence(pace, { subject, unit: measure.unit, decimals: measure.decimals, students }),
    requiredPerYear: requiredPerYear === null ? null : decimalText(requiredPerYear),
    actualPerYear: actual ? decimalText(actual.perYear) : null,
    interval: actual ? [decimalText(actual.interval[0]), decimalText(actual.interval[1])] : null,
  };
}
