import { existsSync } from 'node:fs';
import type { ClaimTerms } from '../src/hub/claims/claimTerms.ts';
import { fileSource } from '../src/layouts/fileSource.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { loadFile } from '../src/hub/loading/loadFile.store.ts';
import {
  createPartnership,
  requirePartnershipDraft,
} from '../src/hub/partnership/createPartnership.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { asOperator, type Member } from '../src/hub/store/view.ts';
import { openEmptyStore } from './engines.ts';

export const indexFile = '../shared/data/california/api-2003-2013/panel.csv.gz';

/** Why nothing real can be asked, or false when it can. */
export const noIndexFile = existsSync(indexFile)
  ? false
  : `NOT ASKED: ${indexFile} is not there, so the real question is unanswered`;

/**
 * The real question: did the yearly gain of the Academic Performance Index change in Fresno and Long Beach from
 * 2008-09, the first full school year after the agreement of January 2008? Beside unified districts with at least
 * 10,000 scores in every year before. Two points a year is a seventh of what the two gained before.
 */
export const realTerms: ClaimTerms = {
  question: 'Did Fresno and Long Beach gain faster once they worked together?',
  evidence:
    'A yearly gain two points higher or more than in like districts, larger than nearly all placebos, by every method.',
  outcome: { measureId: 'api_growth', group: 'ALL', taken: 'gain' },
  treated: ['10621660000000', '19647250000000'],
  firstYear: 2004,
  firstTreatedYear: 2009,
  lastYear: 2013,
  method: 'sdid',
  donors: { kind: 'students', least: 10_000, unifiedOnly: true },
  smallestThatMatters: '2',
};

/** A store in memory with the state's index of 2003 to 2013 and the partnership of the two districts. */
export async function openRealStore(
  at: Date,
): Promise<{ readonly database: Database; readonly member: Member }> {
  const database = await openEmptyStore('embedded', at);
  const report = await loadFile(database, fileSource(indexFile), { layouts, at });
  if (report.outcome !== 'loaded') throw new Error(`${indexFile}: ${report.outcome}`);
  const draft = requirePartnershipDraft(
    {
      slug: 'fresno-long-beach',
      name: 'Fresno–Long Beach Learning Partnership',
      startedYear: 2008,
      districts: realTerms.treated,
      people: [
        {
          email: 'coordinator@fresno.example',
          name: 'Test Coordinator',
          role: 'coordinator',
          district: realTerms.treated[0],
        },
      ],
      statements: [],
      benchmarks: [],
    },
    'the real question',
  );
  const { id, people } = await asOperator(database, (view) => createPartnership(view, draft, false, at));
  const [coordinator] = people;
  if (!coordinator) throw new Error('the partnership has no coordinator');
  const partnership = { id, slug: draft.slug, name: draft.name, isSample: false };
  return { database, member: { ...coordinator, districtId: null, partnership } };
}
