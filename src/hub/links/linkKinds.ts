/**
 * What a signed link lets its holder do. `mostUses` is how often they may send its form (null: it has none and is read as often as
 * they like); reading its page uses nothing up.
 */
export const linkKinds = [
  { id: 'brief', name: 'Read the brief of a visit', mostUses: null },
  { id: 'contact-note', name: 'Answer the questions after a visit', mostUses: 1 },
  { id: 'cycle', name: 'Log the steps of a test', mostUses: 3 },
  { id: 'hours', name: 'Confirm or dispute hours', mostUses: 1 },
  { id: 'commitment', name: 'Say how a commitment stands', mostUses: 10 },
  { id: 'calendar', name: 'Read a calendar', mostUses: null },
] as const satisfies readonly {
  readonly id: string;
  readonly name: string;
  readonly mostUses: number | null;
}[];
export type LinkKindId = (typeof linkKinds)[number]['id'];

export function linkKindOf(id: LinkKindId): (typeof linkKinds)[number] {
  const kind = linkKinds.find((one) => one.id === id);
  if (!kind) throw new Error(`${id} is no kind of link`);
  return kind;
}
