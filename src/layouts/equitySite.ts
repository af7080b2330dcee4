import type { Cds } from '../vocabulary/cds.ts';
import { equityColumns } from './equityColumns.ts';
import type { Place, Sink } from './layout.ts';
import type { PublicRow } from './publicRow.ts';

/** A school site in the calculation of the equity multiplier; the counts are those of the year before. */
export type EquitySite = {
  readonly place: Place;
  readonly isCharter: boolean;
  readonly eligible: boolean;
  readonly nonStable: number;
  readonly enrolment: number;
  readonly sed: number;
  readonly dollars: number;
};

/** Undefined, with its findings, when a part of the row cannot be read or cannot be. */
export function equitySite(row: PublicRow, sink: Sink): EquitySite | undefined {
  const cds = row.cds('County Code', 'District Code', 'School Code');
  const nonStable = row.requiredCount(equityColumns.nonStable);
  const enrolment = row.requiredCount(equityColumns.enrolment);
  const sed = row.requiredCount(equityColumns.sed);
  const dollars = row.requiredCount(equityColumns.entitlement);
  const eligible = eligibilityOf(row, sink);
  if (!cds || nonStable === null || enrolment === null || sed === null || dollars === null) return undefined;
  if (eligible === undefined) return undefined;
  if (nonStable > enrolment || sed > enrolment) {
    const message = `${nonStable} non-stable and ${sed} disadvantaged students cannot be of ${enrolment}`;
    sink.finding('error', 'partMustNotExceedEnrolment', equityColumns.enrolment, message, again);
    return undefined;
  }
  const isCharter = row.words('Charter Number') !== null;
  return {
    place: placeOf(row, cds, isCharter, sink),
    isCharter,
    eligible,
    nonStable,
    enrolment,
    sed,
    dollars,
  };
}

function eligibilityOf(row: PublicRow, sink: Sink): boolean | undefined {
  const text = row.text(equityColumns.eligible).toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  const message = `“${text}” is neither TRUE nor FALSE`;
  sink.finding('error', 'eligibilityMustBeTrueOrFalse', equityColumns.eligible, message, again);
  return undefined;
}

/** A charter school stands as its own LEA; the name of the district that authorised it is then not in the file. */
function placeOf(row: PublicRow, cds: Cds, isCharter: boolean, sink: Sink): Place {
  const name = row.text('School Name');
  const agency = row.words('LEA Name');
  if (agency === null) {
    const message = `the row of ${name} does not name its LEA`;
    sink.finding(
      'note',
      'agencyMustBeNamed',
      'LEA Name',
      message,
      'nothing to do: its code says the district',
    );
  }
  return { cds, name, districtName: isCharter && agency === name ? null : agency, county: null };
}

const again = 'get the file from CDE again';
