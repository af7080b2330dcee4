import { formatNumber } from '../vocabulary/formatNumber.ts';
import type { Peer, PeersReport } from './peersReport.ts';

const shownExcluded = 10;

/** The report in words: the caliper, the peers with what sets each apart, and who is left out and why. */
export function peersText(report: PeersReport): string {
  const { id, peers, caliper, withinCaliper, compared, factors, constant, repeating, excluded } = report;
  const lines = [
    `${peers.length === 0 ? 'No unit is' : `${withinCaliper} of ${compared - 1} other units are`} similar to ${id}: distance at most ${formatNumber(caliper, 2)} on ${factors.length} factors${peers.length < withinCaliper ? `; the nearest ${peers.length} are listed` : ''}.`,
  ];
  if (peers.length > 0) {
    const width = Math.max(4, ...peers.map((peer) => peer.id.length));
    lines.push('', `${'unit'.padEnd(width)}  distance  differs most in`);
    lines.push(
      ...peers.map(
        (peer) =>
          `${peer.id.padEnd(width)}  ${formatNumber(peer.distance, 2).padStart(8)}  ${differsMostIn(peer)}`,
      ),
    );
    lines.push(
      '',
      'What a factor adds to the squared distance may be negative: a difference that another factor makes likely',
      'brings units nearer. Shares are of what sets the two apart. --json has every number.',
    );
  }
  if (constant.length > 0)
    lines.push('', `The same for all units, and so no help in telling them apart: ${constant.join(', ')}.`);
  if (repeating.length > 0)
    lines.push(
      '',
      `Follows exactly from the factors before it, and so says nothing new: ${repeating.join(', ')}.`,
    );
  if (excluded.length > 0) {
    lines.push('', `Left out (${excluded.length}):`);
    lines.push(...excluded.slice(0, shownExcluded).map((one) => `  ${one.id}: ${one.why}`));
    if (excluded.length > shownExcluded)
      lines.push(`  … and ${excluded.length - shownExcluded} more (--json)`);
  }
  return `${lines.join('\n')}\n`;
}

function differsMostIn({ contributions }: Peer): string {
  const apart = Object.entries(contributions).filter(([, value]) => value > 0);
  const total = apart.reduce((sum, [, value]) => sum + value, 0);
  return apart
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([factor, value]) => `${factor} ${Math.round((100 * value) / total)} %`)
    .join(', ');
}
