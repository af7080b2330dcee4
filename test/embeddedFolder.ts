import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../src/hub/store/embeddedDatabase.ts';
import { embeddedTemplate } from '../src/hub/store/openStore.ts';

/** The folder of a migrated, empty embedded store, which copies are made from; nobody opens it. */
export async function makeEmbeddedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-embedded-'));
  const database = await openEmbeddedDatabase({ folder, template: await embeddedTemplate(new Date()) });
  await database.close();
  return folder;
}

/** A new embedded store: a copy of the run's folder (TANDEM_TEST_EMBEDDED), or from the archive where a test runs by itself. */
export async function openEmbeddedCopy(at: Date): Promise<EmbeddedDatabase> {
  const made = process.env.TANDEM_TEST_EMBEDDED;
  if (!made) return openEmbeddedDatabase({ folder: null, template: await embeddedTemplate(at) });
  const folder = mkdtempSync(join(tmpdir(), 'tandem-embedded-'));
  cpSync(made, folder, { recursive: true });
  const database = await openEmbeddedDatabase({ folder, template: null });
  return {
    ...database,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
