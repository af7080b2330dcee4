import type { LandedMigration } from '../backup/storedTable.ts';
import type { Check } from './check.ts';

/** Whether a store has been through exactly this program's migrations. */
export function checkSchema(landed: readonly LandedMigration[], known: readonly LandedMigration[]): Check {
  const what = 'schema';
  const differs = landed.find(
    ({ name, sha256 }, i) => known[i]?.name === name && known[i]?.sha256 !== sha256,
  );
  const newer = landed.find(({ name }, i) => known[i]?.name !== name);
  const missing = known.slice(landed.length).map(({ name }) => name);
  if (differs) {
    const says = `the store went through another ${differs.name} than this program's; use an unchanged copy of Tandem`;
    return { what, well: false, says };
  }
  if (newer) {
    return {
      what,
      well: false,
      says: `a newer Tandem has changed the store (${newer.name}); use that version`,
    };
  }
  if (missing.length > 0) {
    const says = `the store is older than this program; starting the hub brings it forward by ${missing.join(', ')}`;
    return { what, well: false, says };
  }
  return { what, well: true, says: `the newest, of ${landed.length} migrations` };
}
