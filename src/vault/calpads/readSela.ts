import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { reclassificationMustHappenOnce } from './reclassificationMustHappenOnce.ts';
import { statusMustFollowFromTheOneBefore } from './statusMustFollowFromTheOneBefore.ts';
import { valueMustStand } from './valueMustStand.ts';

const statuses = new Set(['TBD', 'EO', 'IFEP', 'EL', 'RFEP', 'ADEL']);
type Stage = { readonly status: string; readonly start: string; readonly line: number };

/** SELA: a row a status of English language acquisition from a day on. The history of each student is judged at the end. */
export function readSela({ cells, sink }: CalpadsFile): RecordReader {
  const histories = new Map<number, Stage[]>();
  return {
    read: ({ student, line }) => {
      const id = student();
      const status = cells.code('status', statuses, 'status of English language acquisition');
      const start = cells.day('start');
      if (start === null)
        sink.breach(valueMustStand(cells.column('start'), 'day from which the status holds'));
      if (id === undefined || status === null || start === null) return;
      const history = histories.get(id) ?? [];
      if (history.length === 0) histories.set(id, history);
      history.push({ status, start, line });
      sink.fact('language_status', {
        student_id: id,
        status,
        start_date: start,
        primary_language: cells.text('language'),
      });
    },
    end: () => {
      for (const history of histories.values()) {
        const stages = history.toSorted((a, b) =>
          a.start < b.start ? -1 : a.start > b.start ? 1 : a.line - b.line,
        );
        for (const [i, { status, line }] of stages.entries()) {
          const before = stages[i - 1];
          if (!before) continue;
          const breach = statusMustFollowFromTheOneBefore(before.status, status, cells.column('status'));
          if (breach) sink.breach(breach, line);
        }
        const reclassified = stages.filter(({ status }) => status === 'RFEP');
        const days = new Set(reclassified.map(({ start }) => start));
        const twice = reclassificationMustHappenOnce(days, cells.column('start'));
        if (twice) sink.breach(twice, reclassified.at(-1)?.line ?? null);
      }
    },
  };
}
