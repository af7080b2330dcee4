import type { FocusAreaId, RoleId } from '../src/vocabulary/partnership.ts';
import type { CitedDistrict } from './citedDistricts.ts';

/** Somebody of the sample partnership; `district` is null for people from outside both. */
export type SamplePerson = {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly role: RoleId;
  readonly district: CitedDistrict | null;
  readonly focusArea: FocusAreaId | null;
};

const domains = { fresno: 'fresno.example', longBeach: 'longbeach.example' } as const;

/** Invented people in `.example` domains, which nobody can own: none of them is anybody in either district. */
export const samplePeople: readonly SamplePerson[] = [
  person('Robin Alder', 'Superintendent, Fresno Unified', 'sponsor', 'fresno'),
  person('Jordan Vale', 'Partnership coordinator, Fresno Unified', 'coordinator', 'fresno'),
  person('Sam Ortega-Lind', 'Research director, Fresno Unified', 'research-lead', 'fresno'),
  person('Casey Brook', 'Superintendent, Long Beach Unified', 'sponsor', 'longBeach'),
  person('Avery Stone', 'Partnership coordinator, Long Beach Unified', 'coordinator', 'longBeach'),
  person('Quinn Marsh', 'Research director, Long Beach Unified', 'research-lead', 'longBeach'),
  person(
    'Morgan Reyes-Hill',
    'Mathematics lead, Long Beach Unified',
    'focus-area-lead',
    'longBeach',
    'mathematics',
  ),
  person(
    'Taylor Fenn',
    'English learner lead, Fresno Unified',
    'focus-area-lead',
    'fresno',
    'english-learners',
  ),
  person('Jamie Dale', 'Chief business officer, Fresno Unified', 'finance', 'fresno'),
  person('Alex Rowan', 'Facilitator', 'facilitator', null),
  person('Drew Calloway', 'Principal, Sample Middle 1, Long Beach Unified', 'school', 'longBeach'),
];

function person(
  name: string,
  title: string,
  role: RoleId,
  district: CitedDistrict | null,
  focusArea: FocusAreaId | null = null,
): SamplePerson {
  const domain = district ? domains[district] : 'facilitator.example';
  return {
    name,
    title,
    email: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
    role,
    district,
    focusArea,
  };
}
