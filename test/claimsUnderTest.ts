import assert from 'node:assert/strict';
import { apiColumns, type ApiRow, apiRows } from '../sample/apiRows.ts';
import { toCsv } from '../sample/toCsv.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { loadFile } from '../src/hub/loading/loadFile.store.ts';
import type { Browser } from './browserUnderTest.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';
import type { Database } from '../src/hub/store/database.ts';

/** The form of a claim about the yearly gain of the index, right in every field. */
export const claimForm = {
  question: 'Did the yearly gain change?',
  evidence: 'Two points a year or more.',
  'treated-1': '10621660000000',
  'treated-2': '19647250000000',
  firstYear: '2004',
  firstTreatedYear: '2009',
  lastYear: '2013',
  method: 'sdid',
  donors: 'students',
  least: '2,000',
  unifiedOnly: 'yes',
  smallest: '2',
} as const;

export const claimSubject = 'measure=api_growth&group=ALL&taken=gain';

/** A hub in which claims are made by its coordinator. */
export type ClaimsUnderTest = HubUnderTest & {
  readonly coordinator: Browser;
  /** The path of the list of claims. */
  readonly claims: string;
  /** Registers a claim through its form; answers its path. `more` goes to the address. */
  readonly register: (more?: string, changed?: Readonly<Record<string, string>>) => Promise<string>;
  /** Loads the sample's index, or the same rows as if the state had published them, one row of one district lost. */
  readonly load: (what: 'sample' | 'published') => Promise<void>;
};

/** A page's words without its markup. */
export function wordsOf({ text }: { readonly text: string }): string {
  return text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

/** The sample's rows as if they were published: no county says that it is the sample's. */
function* publishedRows(): Generator<ApiRow> {
  for (const row of apiRows()) {
    if (row.district === 'Amber Mesa Unified' && row.year === 2011) continue;
    yield { ...row, county: String(row.county).replace(' (sample)', '') };
  }
}

export async function claimsUnderTest(database: Database): Promise<ClaimsUnderTest> {
  const hub = await hubUnderTest(database);
  const coordinator = await hub.signInAs('coordinator');
  const claims = `${hub.home}/claims`;
  return {
    ...hub,
    coordinator,
    claims,
    register: async (more = '', changed = {}) => {
      const form = { ...claimForm, ...changed };
      const page = await coordinator.post(`${claims}/new?${claimSubject}${more}`, form);
      assert.equal(page.status, 303, wordsOf(page));
      return page.location ?? '';
    },
    load: async (what) => {
      const source = {
        name: `${what}.csv`,
        async *open() {
          yield* toCsv(apiColumns, what === 'sample' ? apiRows() : publishedRows());
        },
      };
      const options = { layouts, at: hub.clock.now, sample: what === 'sample' };
      const report = await loadFile(database, source, options);
      assert.equal(report.outcome, 'loaded', JSON.stringify(report.findings));
    },
  };
}
