import type { Migration } from '../store/migrate.ts';
import { Refusal } from '../store/refusal.ts';
import type { LandedMigration } from './backup.store.ts';

/**
 * The migrations that a store needs before a backup's rows fit: the first of this program's, up to the backup's own. Refuses
 * a backup that a newer Tandem made, and one whose migrations were not this program's.
 */
export function backupMustBeOfThisSchema(
  file: string,
  landed: readonly LandedMigration[],
  known: readonly Migration[],
): Migration[] {
  return landed.map(({ name, sha256 }, i) => {
    const migration = known[i];
    if (migration?.name !== name) {
      throw new Refusal(
        `${file} was made by a newer Tandem (${name}). Use that version, or restore an older backup.`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new Refusal(
        `${file} was made by another Tandem: its migration ${name} differs. Use that version's program.`,
      );
    }
    return migration;
  });
}
