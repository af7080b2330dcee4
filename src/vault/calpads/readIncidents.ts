import type { CalpadsFile, CalpadsRow, RecordReader } from './calpadsRow.ts';
import { incidentMustBeKnown } from './incidentMustBeKnown.ts';
import { incidentMustStandOnce } from './incidentMustStandOnce.ts';
import { offenceMustBeKnown } from './offenceMustBeKnown.ts';
import { openCodeTable } from './openCodeTable.ts';
import { valueMustStand } from './valueMustStand.ts';

/** SINC: a row an incident at a school. One that was known keeps its number, so that its results stay with it. */
export function readSinc({ cells, sink, known }: CalpadsFile): RecordReader {
  const seen = new Set<string>();
  return {
    read: ({ year, school }) => {
      const local = cells.text('incident');
      if (local === null)
        return sink.breach(valueMustStand(cells.column('incident'), 'number of an incident'));
      const key = `${year}|${school}|${local}`;
      const twice = incidentMustStandOnce(local, seen.has(key), cells.column('incident'));
      if (twice) sink.breach(twice);
      seen.add(key);
      sink.fact('incident', {
        incident_id: known.incidents.get(key) ?? sink.nextIncident(),
        local_id: local,
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        occurred_on: cells.day('day'),
      });
    },
  };
}

/** SIRS: a row what followed for one student from an incident. */
export function readSirs(file: CalpadsFile): RecordReader {
  const { cells, sink } = file;
  return {
    read: (row) => {
      const found = findIncident(file, row);
      if (found === undefined) return;
      const result = cells.text('result');
      sink.fact('incident_student', { ...found, result, days: cells.number('days') });
    },
  };
}

/** SOFF: a row an offence of one student in an incident. */
export function readSoff(file: CalpadsFile): RecordReader {
  const { cells, sink, known } = file;
  const offences = openCodeTable('offense_code_offense_category', known, sink);
  return {
    read: (row) => {
      const found = findIncident(file, row);
      const code = cells.text('offence');
      if (code === null) return sink.breach(valueMustStand(cells.column('offence'), 'offence'));
      const unknown = offenceMustBeKnown(code, row.year, offences, cells.column('offence'));
      if (unknown) sink.breach(unknown);
      if (found !== undefined) sink.fact('offence', { ...found, code });
    },
  };
}

function findIncident({ cells, sink, known }: CalpadsFile, { year, school, student }: CalpadsRow) {
  const local = cells.text('incident');
  const incident = known.incidents.get(`${year}|${school}|${local}`);
  const breach = incidentMustBeKnown(local, incident, cells.column('incident'));
  if (breach) sink.breach(breach);
  const id = student();
  return incident === undefined || id === undefined ? undefined : { incident_id: incident, student_id: id };
}
