import { type Html, html } from './html.ts';

const shapes = {
  tick: 'M3.5 8.5l3 3 6-7',
  forward: 'M2.5 8h10M8.5 4l4 4-4 4',
  slow: 'M8 3v5.5l3 2M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  away: 'M3 4l9 8M12 6.5V12H6.5',
  early: 'M4 2h8M4 14h8M5 2c0 4 6 8 6 12M11 2c0 4-6 8-6 12',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.2 8 10M8 12.7v.6',
  few: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.5 14.5c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5',
  hands: 'M2.5 8.5l3 3 4-5M7.5 10.5l1 1 5-6',
  pencil: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3z',
  dashed: 'M2.5 8h2.5M6.8 8h2.5M11 8h2.5',
  above: 'M8 3.5l5.2 9H2.8z',
  below: 'M8 12.5l5.2-9H2.8z',
  flask: 'M6 2h4M6.7 2v4L3 13.5h10L9.3 6V2',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  same: 'M3 6h10M3 10h10',
  near: 'M3 6.5c2-2 3.5-2 5 0s3 2 5 0M3 10.5c2-2 3.5-2 5 0s3 2 5 0',
  unlike: 'M3 6h10M3 10h10M11 3l-6 10',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  info: 'M8 7.2v4.3M8 4.2v.6M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  warning: 'M8 2l6.5 11.5h-13zM8 6.3v3.5M8 11.3v.5',
  stop: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.5 8h5',
} as const;

export type IconName = keyof typeof shapes;

/** A small sign beside words; it says nothing alone and is not read aloud. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${shapes[name]}"/></svg>`;
}
