import { findColumns } from '../intake/columns.ts';
import type { IntakeLayout } from '../intake/layout.ts';
import { type CellReader, readCells } from '../intake/readCells.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import { type CaasppField, caasppAliases } from './caasppAliases.ts';
import type { ElpacField } from './elpacAliases.ts';
import { readTestFile } from './readTestFile.ts';
import { recordTypeMustBeKnown } from './recordTypeMustBeKnown.ts';
import { namesOfYear, recogniseYear } from './recogniseYear.ts';
import type { TestRecord } from './testRecord.ts';

const { selectRecordsOfOtherFiles } = readVaultStatements(import.meta.url, ['selectRecordsOfOtherFiles']);

const tests: Readonly<Record<string, TestRecord['test']>> = {
  '01': 'ELA',
  '02': 'MATH',
  '03': 'CAA_ELA',
  '04': 'CAA_MATH',
  '05': 'CAA_SCIENCE',
  '06': 'CAST',
  '09': 'CSA',
};
const statuses = new Set(['EL', 'RFEP', 'IFEP', 'EO', 'TBD', 'ADEL']);

/** The student file of California's tests as TOMS exports it: a row a student and test, a header that differs each year. */
export const layoutCaaspp: IntakeLayout = {
  id: 'caaspp',
  title: 'CAASPP student file',
  turn: 60,
  asks: [],
  recognise: (header) => recogniseYear(header, caasppAliases, ['RecordType', 'SSID', 'AchievementLevels']),
  open: (header, profile, sink, known) => {
    const names = namesOfYear(caasppAliases, profile) as Record<CaasppField, readonly string[]>;
    const cells = readCells(findColumns(header, names).columns, (breach) => sink.breach(breach));
    return readTestFile({
      table: 'test_result',
      profile,
      sink,
      known,
      cells: cells as CellReader<ElpacField>,
      testOf: (type) => {
        const test = tests[type.padStart(2, '0')];
        if (!test) sink.breach(recordTypeMustBeKnown(type, cells.column('recordType'), 'CAASPP'));
        return test;
      },
      more: (test, grade) => {
        const status = [cells.text('elStatus'), cells.text('elas')].find(
          (one) => one !== null && statuses.has(one),
        );
        return {
          test,
          grade_assessed: grade,
          el_status: status ?? null,
          rfep_date: cells.day('rfepDate'),
          accountability_district: districtOf(cells.text('accountability')),
        };
      },
      scope: (types) => ['caaspp', ...types].join(' '),
    });
  },
  fileRules: [
    {
      rule: 'recordMustStandInOneFile',
      severity: 'error',
      column: 'RecordType',
      valueClass: 'a record that is loaded already',
      message: 'another file of this year has a record of this student and test',
      remedy: 'load one file a year, or a corrected file with the same record types',
      statement: selectRecordsOfOtherFiles,
    },
  ],
};

function districtOf(text: string | null): string | null {
  return text !== null && /^\d{7}(\d{7})?$/.test(text) ? `${text.slice(0, 7)}0000000` : null;
}
