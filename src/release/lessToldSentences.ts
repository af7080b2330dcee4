import type { Release } from '../vocabulary/release.ts';

type Certified = { readonly certificate: Pick<Release['certificate'], 'lessened' | 'held' | 'coarser'> };

/**
 * What the certificate says of counts that could be given less than the policy asks, and of what is told in less detail or not
 * at all; none of a release of an older Tandem, which does not say it. `nameOf` words a measure.
 */
export function lessToldSentences(
  { certificate }: Certified,
  nameOf: (measure: string) => string = (measure) => measure,
): string[] {
  const { lessened = 0, held = [], coarser = [] } = certificate;
  const named = (told: readonly { readonly measure: string; readonly schoolYear: number }[]): string =>
    told.map(({ measure, schoolYear }) => `${nameOf(measure)} of ${schoolYear}`).join(', ');
  const only = (left: string) => coarser.filter((one) => one.left === left);
  return [
    ...(lessened === 0
      ? []
      : [
          `${lessened.toLocaleString('en')} hidden counts cannot be made as uncertain as the policy asks, whatever is withheld (nobody is there to be found, or a group has one grade only, say): they have all that they can be given.`,
        ]),
    ...(held.length === 0
      ? []
      : [`Not told at all, since not all of it could be protected: ${named(held)}.`]),
    ...(only('groups by grade').length === 0
      ? []
      : [`Schools tell no groups by grade of ${named(only('groups by grade'))}.`]),
    ...(only('groups and grades').length === 0
      ? []
      : [`Schools tell neither groups nor grades of ${named(only('groups and grades'))}.`]),
  ];
}
