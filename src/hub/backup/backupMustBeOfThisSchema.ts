import type { LandedMigration } from './storedTable.ts';

/**
 * The migrations that a store needs before a backup's rows fit: the first of those this program knows, up to the backup's
 * own. Or the reason why not: the backup was made by a newer Tandem, or one whose migrations were others.
 */
export function backupMustBeOfThisSchema<Known extends LandedMigration>(
  landed: readonly LandedMigration[],
  known: readonly Known[],
): { readonly needed: readonly Known[] } | { readonly refusal: string } {
  const newer = landed.find(({ name }, i) => known[i]?.name !== name);
  if (newer) {
    return {
      refusal: `was made by a newer Tandem (${newer.name}). Use that version, or restore an older backup.`,
    };
  }
  const other = landed.find(({ sha256 }, i) => known[i]?.sha256 !== sha256);
  if (other) {
    return {
      refusal: `was made by another Tandem: its migration ${other.name} differs. Use that version's program.`,
    };
  }
  return { needed: known.slice(0, landed.length) };
}
