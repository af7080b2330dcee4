import type { VaultConnection } from '../store/vault.ts';
import type { ChangeNames } from './verdictSentence.ts';
import { selectGround } from './whatIfCounts.store.ts';

/** What the schools and files that changes are about are called: `before:7` is `senr-corrected.txt (2024-09-20)`. */
export async function selectChangeNames(vault: Pick<VaultConnection, 'rows'>): Promise<ChangeNames> {
  const { charterSchools, superseded } = await selectGround(vault);
  return new Map([
    ...charterSchools.map(({ cds, name }) => [`charter:${cds}`, name] as const),
    ...superseded.map(
      ({ file, correctionName, correctedOn }) =>
        [`before:${file}`, `${correctionName} (${correctedOn})`] as const,
    ),
  ]);
}
