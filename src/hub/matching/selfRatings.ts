import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { LocalIndicator } from '../evidence/evidenceRows.ts';

/** The state's items end with the subject they ask about. */
const subjects: Readonly<Partial<Record<MeasureDefinition['domain'], readonly string[]>>> = {
  math: ['mathematics'],
  literacy: ['English language arts'],
  science: ['science'],
  english_learners: ['English language development'],
  careers: ['career technical education'],
};

/** Groups whose language the state asks about apart. */
const learners = new Set(['EL', 'ELO', 'LTEL', 'RFP']);

export type SelfRating = {
  readonly item: string;
  /** 1 to 5, in its newest year; null where the district rated nothing: 0 in the state's file means that, and is no low rating. */
  readonly rated: { readonly rating: number; readonly schoolYear: number } | null;
};

/** What a district says of itself, one line an item that is asked for. */
export function selfRatings(own: readonly LocalIndicator[], items: readonly string[]): SelfRating[] {
  return items.map((item) => {
    const [newest = null] = own
      .flatMap((row) =>
        row.item === item && row.rating !== null ? [{ rating: row.rating, schoolYear: row.schoolYear }] : [],
      )
      .sort((a, b) => b.schoolYear - a.schoolYear);
    return { item, rated: newest };
  });
}

/** Whether an item asks about the subject of a measure, or about the language of the group. */
export function asksAbout(item: string, { domain }: MeasureDefinition, group: string): boolean {
  const asked = [
    ...(subjects[domain] ?? []),
    ...(learners.has(group) ? ['English language development'] : []),
  ];
  return asked.some((subject) => item.endsWith(`: ${subject}`));
}
