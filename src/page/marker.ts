import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { type Html, html } from './html.ts';
import type { SeriesRole } from '../vocabulary/seriesRole.ts';

const shape = (kind: typeof symbolCircle, area: number): string => symbol(kind, area)() ?? '';

const paths: Readonly<Record<SeriesRole, string>> = {
  a: shape(symbolCircle, 62),
  b: shape(symbolSquare, 56),
  c: shape(symbolTriangle, 56),
  d: shape(symbolDiamond, 60),
  state: 'M-1.5-8h3v16h-3z',
  together: shape(symbolCircle, 78),
  synthetic: shape(symbolDiamond, 40),
};
const dot = shape(symbolCircle, 24);

type Marker = {
  readonly role: SeriesRole;
  /** Percent of the plot's width. */
  readonly x: number;
  /** Pixels from the plot's top. */
  readonly y: number;
  /** Shown when pointed at. */
  readonly title?: string;
  /** On a line the state is a small dot; beside intervals it is a tick. */
  readonly onLine?: boolean;
  /** An open ring where a figure is withheld, a small open mark where a target is. */
  readonly kind?: 'figure' | 'target' | 'withheld';
};

/** The mark of a series at a place: its shape says whose it is where colour cannot. */
export function marker({ role, x, y, title, onLine = false, kind = 'figure' }: Marker): Html {
  const path =
    kind === 'withheld' ? 'M-4.5-4.5l9 9M4.5-4.5l-9 9' : onLine && role === 'state' ? dot : paths[role];
  return html`<svg x="${x}%" y="${y}" overflow="visible"><path class="${`mark mark-${kind} series-${role}`}" d="${path}">${
    title ? html`<title>${title}</title>` : ''
  }</path></svg>`;
}
