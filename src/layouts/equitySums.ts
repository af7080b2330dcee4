import { type Cds, districtOfCds } from '../vocabulary/cds.ts';
import type { SchoolYear } from '../vocabulary/schoolYear.ts';
import { equityColumns } from './equityColumns.ts';
import type { EquitySite } from './equitySite.ts';
import type { Dataset, Sink } from './layout.ts';
import { profileFacts } from './profileFacts.ts';
import type { PublicRow } from './publicRow.ts';

type Agency = { name: string | null; sites: number; dollars: number };

/** What is summed over the sites of the equity multiplier's file. */
export type EquitySums = {
  add(site: EquitySite): void;
  /** Holds the file's line TOTAL against the sums so far; a difference refuses the file. */
  compare(total: PublicRow, sink: Sink): void;
  compared(): boolean;
  /** Says what each district's own sites (no charter schools) are entitled to. */
  end(funded: SchoolYear, dataset: Dataset, sink: Sink): void;
};

export function equitySums(): EquitySums {
  const agencies = new Map<Cds, Agency>();
  const all = { nonStable: 0, enrolment: 0, sed: 0, entitlement: 0 };
  let compared = false;
  return {
    add({ place, isCharter, eligible, nonStable, enrolment, sed, dollars }) {
      all.nonStable += nonStable;
      all.enrolment += enrolment;
      all.sed += sed;
      all.entitlement += dollars;
      if (isCharter) return;
      const district = districtOfCds(place.cds);
      const agency = agencies.get(district) ?? { name: null, sites: 0, dollars: 0 };
      agency.name ??= place.districtName;
      agency.sites += eligible ? 1 : 0;
      agency.dollars += dollars;
      agencies.set(district, agency);
    },
    compare(total, sink) {
      compared = true;
      for (const key of ['nonStable', 'enrolment', 'sed', 'entitlement'] as const) {
        const announced = total.count(equityColumns[key]);
        if (announced === null || announced === all[key]) continue;
        const message = `the line TOTAL says ${announced}, the rows above it come to ${all[key]}`;
        const remedy = 'rows are missing or changed: get the file from CDE again';
        sink.finding('error', 'totalMustEqualSum', equityColumns[key], message, remedy);
      }
    },
    compared: () => compared,
    end(funded, dataset, sink) {
      if (!compared) {
        const message = 'the file ends without its line TOTAL';
        const remedy = 'rows are missing: get the file from CDE again';
        sink.finding('error', 'fileMustEndWithItsTotal', null, message, remedy);
      }
      for (const [cds, { name, sites, dollars }] of agencies) {
        const place = { cds, name, districtName: null, county: null };
        const facts = profileFacts(sink, place, funded, dataset);
        facts.value('equity_multiplier_sites', sites);
        facts.value('equity_multiplier_cents', dollars * 100);
      }
    },
  };
}
