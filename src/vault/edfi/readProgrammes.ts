import { exitMustNotPrecedeStart } from '../calpads/exitMustNotPrecedeStart.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { edfiFields } from './edfiFields.ts';
import type { EdfiSet } from './edfiSet.ts';
import type { FieldReader } from './readFields.ts';

export type ProgrammeResource =
  | 'StudentProgramAssociation'
  | 'StudentSpecialEducationProgramAssociation'
  | 'StudentMigrantEducationProgramAssociation'
  | 'StudentHomelessProgramAssociation'
  | 'StudentSchoolFoodServiceProgramAssociation'
  | 'StudentLanguageInstructionProgramAssociation';

/** The fields are the same of every kind of association. */
export type ProgrammeRecord = FieldReader<
  Extract<keyof (typeof edfiFields)['StudentProgramAssociation'], string>
>;

/** What an association is of whatever its programme is called. */
const implied: Readonly<Partial<Record<ProgrammeResource, string>>> = {
  StudentSpecialEducationProgramAssociation: '144',
  StudentMigrantEducationProgramAssociation: '135',
  StudentHomelessProgramAssociation: '191',
};

type Membership = {
  readonly student: string;
  readonly organisation: string;
  readonly codes: readonly string[];
  readonly begin: string;
  readonly end: string | null;
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'student' | 'organisation' | 'end', string>>;
};

/** A stretch of instruction for English learners. */
export type Instruction = { readonly begin: string; readonly end: string | null };

export type ProgrammeReader = {
  readonly add: (resource: ProgrammeResource, record: ProgrammeRecord) => void;
  readonly addServices: (record: ProgrammeRecord) => void;
  readonly addMigrant: (record: ProgrammeRecord) => void;
  /** Instruction for English learners and first days in a school of the United States, by unique id. */
  readonly instruction: ReadonlyMap<string, readonly Instruction[]>;
  readonly usEntry: ReadonlyMap<string, string>;
  readonly end: () => void;
};

/** Stretches of time in programmes. A programme that the vault has nothing for is left out. */
export function readProgrammes(set: EdfiSet): ProgrammeReader {
  const memberships: Membership[] = [];
  const instruction = new Map<string, Instruction[]>();
  const usEntry = new Map<string, string>();
  const add = (resource: ProgrammeResource, record: ProgrammeRecord, services?: readonly string[]): void => {
    const { origin, element } = record;
    const student = record.required('student');
    const organisation = record.required('organisation');
    const begin = record.requiredDay('begin');
    const end = record.day('end');
    const kind = record.required('kind');
    const own = implied[resource];
    const isLanguage = resource === 'StudentLanguageInstructionProgramAssociation';
    const code =
      kind === null || own !== undefined || isLanguage || services
        ? own
        : set.code('ProgramTypeDescriptor', kind, element('kind'), origin);
    if (student === null || organisation === null || begin === null) return;
    if (isLanguage) {
      const before = instruction.get(student) ?? [];
      if (before.length === 0) instruction.set(student, before);
      before.push({ begin, end });
    }
    const codes = services ?? (code ? [code] : []);
    const elements = {
      student: element('student'),
      organisation: element('organisation'),
      end: element('end'),
    };
    memberships.push({ student, organisation, codes, begin, end, origin, elements });
  };
  return {
    add,
    addServices: (record) =>
      add(
        'StudentSchoolFoodServiceProgramAssociation',
        record,
        record
          .texts('services')
          .flatMap(
            (uri) =>
              set.code(
                'SchoolFoodServiceProgramServiceDescriptor',
                uri,
                record.element('services'),
                record.origin,
              ) ?? [],
          ),
      ),
    addMigrant: (record) => {
      const [student, entry] = [record.text('student'), record.day('usEntry')];
      if (student !== null && entry !== null) usEntry.set(student, entry);
      add('StudentMigrantEducationProgramAssociation', record);
    },
    instruction,
    usEntry,
    end: () => {
      const written = new Set<string>();
      for (const { codes, begin, end, origin, elements, ...one } of memberships) {
        const breach = exitMustNotPrecedeStart(begin, end, elements.end);
        if (breach) set.breach(breach, origin);
        const id = set.persons.id(one.student, elements.student, origin);
        if (id === undefined || codes.length === 0) continue;
        const cds = set.organisations.place(one.organisation, elements.organisation, origin);
        if (cds === undefined) continue;
        for (const code of codes) {
          const key = `${id}|${cds}|${code}|${begin}`;
          if (written.has(key)) continue;
          written.add(key);
          const dates = { start_date: begin, end_date: end };
          set.fact('programme', { student_id: id, school_cds: cds, code, ...dates }, origin);
        }
      }
    },
  };
}
