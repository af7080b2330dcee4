import {
  type EdfiResource,
  edfiResources,
  isEdfiResource,
  resourceOfCollection,
} from '../../vocabulary/edfiResources.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { IntakeLayout, RowReader } from '../intake/layout.ts';
import { edfiFileRules } from './edfiFileRules.ts';
import { edfiFields } from './edfiFields.ts';
import { type EdfiForm, edfiHeader, type EdfiNode, type EdfiOrigin } from './edfiRecord.ts';
import { lineMustBeARecord } from './lineMustBeARecord.ts';
import { openEdfiSet } from './openEdfiSet.ts';
import { type FieldBreach, readFields } from './readFields.ts';
import { resourceMustBeRead } from './resourceMustBeRead.ts';
import { setMustHoldSomethingToRead } from './setMustHoldSomethingToRead.ts';
import { testsMustComeFromTheState } from './testsMustComeFromTheState.ts';

const allResources = Object.keys(edfiResources).filter(isEdfiResource);

/**
 * A set of Ed-Fi records of data standard 5.2: interchange files of one folder, or the one file that was fetched from an
 * ODS. Its profile says the form, the school year that was asked for and what was not: `xml 5.2`, `json 5.2 of 2026 without
 * courses`. Its scope names the resources that it has, so that a set takes the place of those that have no others.
 */
export const layoutEdfi: IntakeLayout = {
  id: 'edfi',
  title: 'Ed-Fi records',
  turn: 5,
  byEffectiveDate: ['student_info', 'language_status', 'programme'],
  fileRules: edfiFileRules,
  recognise: (header, [profile = '']) => (header === edfiHeader ? { known: true, profile } : undefined),
  open: (_header, profile, sink, known): RowReader => {
    const form: EdfiForm = profile.startsWith('json') ? 'json' : 'xml';
    const asked = / of (\d{4})/.exec(profile)?.[1];
    const without = new Set(/ without (.+)/.exec(profile)?.[1]?.split(' '));
    const resources = new Set<EdfiResource>(
      form === 'xml' ? [] : allResources.filter((name) => !without.has(edfiResources[name])),
    );
    const breach: FieldBreach = ({ column, ...rest }, { file, shown }) => {
      const element = [file, column].filter(Boolean).join(' ');
      sink.breach({ ...rest, column: element === '' ? null : element }, shown);
    };
    const set = openEdfiSet(sink, known, breach, asked === undefined ? undefined : Number(asked));
    const leftOut = new Map<string, number>();
    const read = (resource: EdfiResource, node: EdfiNode, origin: EdfiOrigin, name: string): void => {
      const record = readFields(node, edfiFields[resource], form, name, origin, breach);
      set.read(resource, record as Parameters<typeof set.read>[1]);
    };
    return {
      profile,
      read: ([name = '', text = '', file = '', own = ''], line) => {
        const origin = { file, line, shown: Number(own) };
        const resource =
          form === 'json' ? resourceOfCollection(name) : isEdfiResource(name) ? name : undefined;
        if (!resource) {
          leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
          return;
        }
        resources.add(resource);
        const node = nodeOf(text, form);
        if (node) read(resource, node, origin, name);
        else breach(lineMustBeARecord, origin);
      },
      end: () => {
        set.end();
        const tests = leftOut.get(form === 'json' ? 'studentAssessments' : 'StudentAssessment');
        if (tests) sink.breach(testsMustComeFromTheState(tests), null);
        leftOut.delete('StudentAssessment');
        if (leftOut.size === 0) return;
        if (resources.size === 0) sink.breach(setMustHoldSomethingToRead, null);
        else sink.breach(resourceMustBeRead(leftOut), null);
      },
      year: () => {
        const year = set.year();
        return year === undefined || year < 1900 || year > 2199 ? null : schoolYear(year);
      },
      scope: () => ['edfi', ...[...resources].sort()].join(' '),
    };
  },
};

function nodeOf(text: string, form: EdfiForm): EdfiNode | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const node = form === 'json' ? (value as { record?: unknown }).record : value;
    return typeof node === 'object' && node !== null && !Array.isArray(node) ? (node as EdfiNode) : undefined;
  } catch {
    return undefined;
  }
}
