type Held = {
  readonly kind: string;
  readonly subjectId: string;
  readonly districtId: string | null;
  readonly holderEmail: string;
  readonly until: string;
  readonly usedAt: Date | null;
  readonly byReply: boolean;
};

/** All that one person may do about one thing: the newest link, how long the longest is good, when any was used last. */
export type LinkLine<L extends Held> = {
  readonly link: L;
  readonly until: string;
  readonly usedAt: Date | null;
  /** By opening a link, by answering a mail, or by either. */
  readonly by: 'link' | 'answer' | 'either';
};

/** One line a person and subject: each mail brings a link of its own, and the right to answer it. Order is kept. */
export function linkLines<L extends Held>(links: readonly L[]): LinkLine<L>[] {
  const keyOf = (link: L) => `${link.holderEmail} ${link.kind} ${link.subjectId} ${link.districtId}`;
  return [...Map.groupBy(links, keyOf).values()].flatMap((held): LinkLine<L>[] => {
    const link = held.find(({ byReply }) => !byReply) ?? held[0];
    if (!link) return [];
    const until = held.reduce((latest, one) => (one.until > latest ? one.until : latest), link.until);
    const usedAt = held.reduce<Date | null>(
      (latest, one) => (one.usedAt && (!latest || one.usedAt > latest) ? one.usedAt : latest),
      null,
    );
    const isAnswered = held.some(({ byReply }) => byReply);
    const by = link.byReply ? 'answer' : isAnswered ? 'either' : 'link';
    return [{ link, until, usedAt, by }];
  });
}
