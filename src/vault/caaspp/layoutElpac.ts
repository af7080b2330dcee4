import { findColumns } from '../intake/columns.ts';
import type { IntakeLayout } from '../intake/layout.ts';
import { readCells } from '../intake/readCells.ts';
import { type ElpacField, elpacAliases } from './elpacAliases.ts';
import { readTestFile } from './readTestFile.ts';
import { recordTypeMustBeKnown } from './recordTypeMustBeKnown.ts';
import { namesOfYear, recogniseYear } from './recogniseYear.ts';
import type { TestRecord } from './testRecord.ts';

/** 21 and 23 are what the files of 2021-22 to 2023-24 write; SA, IA and AA those of earlier years. */
const kinds: Readonly<Record<string, TestRecord['test']>> = {
  '21': 'summative',
  '23': 'alternate',
  SA: 'summative',
  IA: 'initial',
  AA: 'alternate',
};

/**
 * The student file of the English Language Proficiency Assessments for California. The codes of its record type have
 * changed over the years: one that is not known is told by its score, for no two kinds share a scale.
 */
export const layoutElpac: IntakeLayout = {
  id: 'elpac',
  title: 'ELPAC student file',
  turn: 61,
  asks: [],
  recognise: (header) => recogniseYear(header, elpacAliases, ['RecordType', 'SSID', 'OverallPL']),
  open: (header, profile, sink, known) => {
    const names = namesOfYear(elpacAliases, profile) as Record<ElpacField, readonly string[]>;
    const cells = readCells(findColumns(header, names).columns, (breach) => sink.breach(breach));
    const told = new Set<string>();
    return readTestFile({
      table: 'elpac_result',
      profile,
      sink,
      known,
      cells,
      testOf: (type, score) => {
        const kind = kinds[type];
        if (kind) return kind;
        const byScore =
          score === null || score >= 1150
            ? 'summative'
            : score <= 600 && score >= 150
              ? 'initial'
              : 'alternate';
        if (!told.has(type)) {
          told.add(type);
          sink.breach(recordTypeMustBeKnown(type, cells.column('recordType'), 'ELPAC'));
        }
        return byScore;
      },
      more: (test, grade) => ({ kind: test, grade }),
      scope: (types) => ['elpac', ...types].join(' '),
    });
  },
};
