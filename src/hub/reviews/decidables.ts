import type { Pack } from '../../vocabulary/pack.ts';
import { benchmarkTitle } from './agenda.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';

/** Something of a pack that a decision can be about; `saw` is what the pack showed of it, in its own sentences. */
export type Decidable = {
  readonly key: string;
  readonly about: 'benchmark' | 'engagement';
  readonly id: string;
  readonly title: string;
  readonly saw: string;
};

export function decidables(pack: Pack): Decidable[] {
  return [
    ...pack.benchmarks.map(
      (benchmark): Decidable => ({
        key: `benchmark-${benchmark.id}`,
        about: 'benchmark',
        id: benchmark.id,
        title: benchmarkTitle(pack, benchmark),
        saw:
          benchmark.districts.flatMap(({ pace }) => pace?.sentence ?? []).join(' ') ||
          'No pace could be worked out.',
      }),
    ),
    ...(pack.engagements ?? [])
      .filter(({ state }) => state !== 'closed')
      .map(
        (engagement): Decidable => ({
          key: `engagement-${engagement.id}`,
          about: 'engagement',
          id: engagement.id,
          title: engagement.title,
          saw: engagementSaw(pack, engagement),
        }),
      ),
  ];
}

function engagementSaw(pack: Pack, engagement: NonNullable<Pack['engagements']>[number]): string {
  const promised = (pack.commitments ?? []).filter((one) => one.engagement === engagement.id);
  const done = promised.filter(({ status }) => status === 'done').length;
  const late = promised.filter(({ isOverdue }) => isOverdue).length;
  const promises =
    promised.length === 0
      ? 'nothing was promised for it'
      : `${done} of ${promised.length} promises for it kept${late > 0 ? `, ${late} overdue` : ''}`;
  const state = engagement.state.charAt(0).toUpperCase() + engagement.state.slice(1);
  return `${state} until ${formatDate(engagement.endsOn)}; ${promises}.`;
}
