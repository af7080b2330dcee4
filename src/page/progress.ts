import { type Html, html } from './html.ts';
import { formatNumber } from '../vocabulary/formatNumber.ts';

type Progress = { readonly label: string; readonly done: number; readonly total: number };

/** How far long work has come, as a bar and in words. */
export function progress({ label, done, total }: Progress): Html {
  const words = `${formatNumber(done)} / ${formatNumber(total)}`;
  return html`<p class="progress"><span>${label} <strong>${words}</strong></span><progress value="${done}" max="${total}" aria-label="${label}">${words}</progress></p>`;
}
