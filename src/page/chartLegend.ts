import { type Html, html } from './html.ts';
import { marker } from './marker.ts';
import type { SeriesRole } from '../vocabulary/seriesRole.ts';

export type LegendItem = {
  readonly name: string;
  readonly look: 'line' | 'target' | 'old target' | 'band' | 'mark' | 'tick';
  readonly role?: SeriesRole;
  /** Named at the mark itself when the chart is wide enough, so shown here only when it is narrow. */
  readonly direct?: boolean;
};

function legendKey({ look, role = 'a' }: LegendItem): Html {
  if (look === 'band') return html`<rect class="band" x="0" y="3" width="28" height="10"/>`;
  if (look === 'tick') return html`<path class="strip-mark" d="M14 0v16"/>`;
  const line = html`<line class="${`line line-${look.replace(' ', '-')} series-${role}`}" x1="0" x2="28" y1="8" y2="8"/>`;
  if (look === 'line') return html`${line}${marker({ role, x: 50, y: 8, onLine: true })}`;
  return look === 'mark' ? marker({ role, x: 50, y: 8 }) : line;
}

/** What each mark of a chart stands for. */
export function chartLegend(items: readonly LegendItem[]): Html {
  if (items.length === 0) return html``;
  return html`<ul class="legend">${items.map(
    (item) =>
      html`<li class="${item.direct ? 'legend-direct' : ''}"><svg class="legend-key" width="28" height="16" aria-hidden="true" focusable="false">${legendKey(item)}</svg>${item.name}</li>`,
  )}</ul>`;
}
