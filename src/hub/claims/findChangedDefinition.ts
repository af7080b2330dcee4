import { hashDefinition } from '../../measures/hashDefinition.ts';
import { findMeasure } from '../../measures/registry.ts';

/** The first measure whose definition is no longer the one a claim was sealed under, by its hash; undefined when all are. */
export function findChangedDefinition(sealed: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(sealed).find((id) => {
    const now = findMeasure(id);
    return !now || hashDefinition(now) !== sealed[id];
  });
}
