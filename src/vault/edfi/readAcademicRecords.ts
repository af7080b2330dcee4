import type { EdfiSet, RecordOf } from './edfiSet.ts';

/** Columns of an enrolment by the elements of SENR that say how a student completed school. */
const flagOf: Readonly<Record<string, string>> = {
  '1.29': 'met_uc_csu',
  '1.32': 'merit_diploma',
  '1.33': 'seal_of_biliteracy',
  '1.34': 'transition_status',
  '1.35': 'workforce_readiness',
  '1.36': 'food_handler',
  '1.37': 'pre_apprenticeship',
  '1.38': 'pre_apprenticeship_other',
  '1.39': 'job_programme',
};

/** How a student completed school in a year: the completion, and the flags that are yes. */
export type Completion = { code: string | null; readonly flags: Record<string, true> };

export type AcademicReader = {
  readonly add: (record: RecordOf<'StudentAcademicRecord'>) => void;
  readonly of: (uniqueId: string, year: number) => Completion | undefined;
};

/** Diplomas, honours and recognitions of academic records. Ed-Fi has none for A-G and its like: the district maps its own. */
export function readAcademicRecords(set: EdfiSet): AcademicReader {
  const completions = new Map<string, Completion>();
  return {
    add: (record) => {
      const [student, year] = [record.required('student'), record.year('year')];
      if (student === null || year === null) return;
      const key = `${student}|${year}`;
      const own = completions.get(key) ?? { code: null, flags: {} };
      for (const uri of record.texts('diplomas'))
        own.code =
          set.code('DiplomaTypeDescriptor', uri, record.element('diplomas'), record.origin) ?? own.code;
      for (const [field, kind] of [
        ['honours', 'AcademicHonorCategoryDescriptor'],
        ['recognitions', 'RecognitionTypeDescriptor'],
      ] as const) {
        for (const uri of record.texts(field)) {
          const flag = flagOf[set.code(kind, uri, record.element(field), record.origin) ?? ''];
          if (flag !== undefined) own.flags[flag] = true;
        }
      }
      completions.set(key, own);
    },
    of: (uniqueId, year) => completions.get(`${uniqueId}|${year}`),
  };
}
