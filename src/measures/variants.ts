/** A publisher's dataset that carries a measure under a rule which differs from the measure's definition. */
export type Variant = {
  readonly measure: string;
  /** How the publisher's dataset names begin. */
  readonly dataset: string;
  /** One sentence for the reader: why the figure may differ from the Dashboard's. */
  readonly note: string;
};

/** Where the state publishes two figures under one name; shown beside every figure of such a dataset. */
export const variants: readonly Variant[] = [
  {
    measure: 'suspension',
    dataset: 'cde_suspension',
    note: 'DataQuest counts every student suspended for any length of time; the Dashboard counts those suspended for one full school day or more in all, so its rate may be lower.',
  },
  {
    measure: 'chronic_absence',
    dataset: 'cde_chronic_absenteeism',
    note: 'DataQuest counts all grades, K-12; the Dashboard counts TK or K to grade 8 only, so its rate may differ.',
  },
];

/** The variant that a dataset's figures of this measure are, or undefined when they follow its definition. */
export function findVariant(measure: string, dataset: string): Variant | undefined {
  return variants.find((one) => one.measure === measure && dataset.startsWith(one.dataset));
}
