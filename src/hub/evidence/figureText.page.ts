import { formatChange, formatValue } from '../../measures/formatValue.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { Content } from '../../page/html.ts';
import { numberLink } from '../../page/numberLink.ts';
import type { YearPoint } from '../../page/series.ts';
import { formatNumber, formatPercent, formatSigned } from '../../vocabulary/formatNumber.ts';
import { withheld, withheldSentence } from '../../page/withheld.ts';

/** The figure as text: `52.4 %`, a coded range, or why it is withheld. */
export function figureText(figure: Figure, measure: MeasureDefinition): string {
  switch (figure.seen) {
    case 'shown':
      return valueText(figure.value, measure);
    case 'coded':
      return figure.text;
    case 'suppressed':
      return withheldSentence(figure.reason);
  }
}

/** A value of the measure as a page shows it. */
export function valueText(value: string | number, measure: MeasureDefinition): string {
  return formatValue(String(value), measure.unit, measure.decimals);
}

/** A value where a heading already says the unit: `−71.0`, `52.4 %`. */
export function shortValue(value: string | number, measure: MeasureDefinition): string {
  return measure.unit === 'percent'
    ? formatPercent(value, measure.decimals)
    : formatNumber(value, measure.decimals);
}

/** A change where a heading already says the unit: `+4.8`. */
export function shortChange(change: number, measure: MeasureDefinition): string {
  return formatSigned(change.toFixed(measure.decimals + 2), measure.decimals);
}

/** A change of the measure with its sign. */
export function changeText(change: number, measure: MeasureDefinition): string {
  return formatChange(change.toFixed(measure.decimals + 2), measure.unit, measure.decimals);
}

/** The figure, its unit left to the heading, where it can be tapped for its explanation; a withheld one says why instead. */
export function figureLink(
  figure: Figure | undefined,
  measure: MeasureDefinition,
  href: string,
  about: string,
): Content {
  if (!figure) return withheld('not reported');
  if (figure.seen === 'suppressed') return withheld(figure.reason);
  return numberLink({
    text: figure.seen === 'shown' ? shortValue(figure.value, measure) : figure.text,
    href,
    about,
  });
}

/** The point of a chart for one school year; `undefined` when no figure is there. */
export function yearPoint(year: number, figure: Figure | undefined, measure: MeasureDefinition): YearPoint {
  if (!figure) return { year, value: null, text: 'no figure' };
  if (figure.seen === 'suppressed') {
    return { year, value: null, text: withheldSentence(figure.reason), withheld: figure.reason };
  }
  if (figure.seen === 'coded') return { year, value: null, text: figure.text };
  return { year, value: Number(figure.value), text: shortValue(figure.value, measure) };
}
