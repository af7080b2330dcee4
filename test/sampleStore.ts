import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample } from '../src/commands/loadSample.ts';
import { openStore } from '../src/hub/store/openStore.ts';

/** An embedded store with the sample partnership in a new temporary folder, as a first start makes it. */
export async function makeSampleStore(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-sample-'));
  try {
    const database = await openStore({ folder }, new Date());
    try {
      await loadSample(
        database,
        () => new Date(),
        () => undefined,
        'http://127.0.0.1',
      );
    } finally {
      await database.close();
    }
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Puts a copy of the run's sample store (TANDEM_TEST_SAMPLE) into a folder; leaves it empty where a test runs by itself. */
export function copySampleStore(folder: string): void {
  const made = process.env.TANDEM_TEST_SAMPLE;
  if (made) cpSync(join(made, 'postgres'), join(folder, 'postgres'), { recursive: true });
}
