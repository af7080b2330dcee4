import type { Pack } from '../src/vocabulary/pack.ts';
import { focusAreas, strategies } from '../src/vocabulary/partnership.ts';

const fresno = '10621660000000';
const longBeach = '19647250000000';
const [mathematics, learners, , college] = focusAreas;
const [rigor, leadership, , partners] = strategies;
const area = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** The work of the example pack: engagements, commitments, hours, a visit and a flexibility. */
export const examplePackWork: Pick<
  Pack,
  'engagements' | 'commitments' | 'hours' | 'contacts' | 'flexibilities'
> = {
  engagements: [
    {
      id: 'e1',
      mode: { id: 'assistance', name: 'Partner assistance' },
      title: 'Reclassifying English learners in time',
      purpose: 'A purpose that stays inside',
      focusArea: area(learners),
      strategy: area(rigor),
      benchmark: 'b2',
      need: null,
      state: 'agreed',
      outcome: null,
      words: null,
      startsOn: '2026-08-01',
      endsOn: '2027-06-30',
      parties: [
        { cds: fresno, part: 'is helped', brings: null, owner: 'Taylor Fenn' },
        { cds: longBeach, part: 'helps', brings: null, owner: null },
      ],
      externalPartners: [],
    },
    {
      id: 'e2',
      mode: { id: 'external', name: 'Collective work with external groups' },
      title: 'College readiness',
      purpose: 'A purpose that stays inside',
      focusArea: area(college),
      strategy: area(partners),
      benchmark: 'b3',
      need: null,
      state: 'agreed',
      outcome: null,
      words: null,
      startsOn: '2026-08-01',
      endsOn: '2027-06-30',
      parties: [
        { cds: fresno, part: 'asks', brings: null, owner: null },
        { cds: longBeach, part: 'asks', brings: null, owner: null },
      ],
      externalPartners: [{ name: 'Valley State University (invented)', brings: 'tutors' }],
    },
    {
      id: 'e3',
      mode: { id: 'joint', name: 'Joint development' },
      title: 'A proposal that stays inside',
      purpose: 'A purpose that stays inside',
      focusArea: area(mathematics),
      strategy: area(leadership),
      benchmark: null,
      need: null,
      state: 'proposed',
      outcome: null,
      words: null,
      startsOn: '2026-08-01',
      endsOn: '2027-06-30',
      parties: [],
      externalPartners: [],
    },
  ],
  commitments: [
    {
      id: 'k1',
      cds: fresno,
      what: 'A commitment that stays inside',
      engagement: 'e1',
      owner: 'Taylor Fenn',
      due: '2026-09-01',
      status: 'done',
      isOverdue: false,
      doneOn: '2026-08-30',
    },
    {
      id: 'k2',
      cds: longBeach,
      what: 'Another commitment that stays inside',
      engagement: null,
      owner: 'Avery Stone',
      due: '2026-12-01',
      status: 'open',
      isOverdue: false,
      doneOn: null,
    },
  ],
  hours: [{ givenBy: longBeach, receivedBy: fresno, confirmedHours: '12.5', unconfirmedHours: '3' }],
  contacts: [
    {
      id: 'v1',
      kind: 'visit',
      title: 'A visit that stays inside',
      heldOn: '2026-09-10',
      engagement: 'e1',
      minutes: 'Minutes that stay inside',
      decisions: [],
    },
  ],
  flexibilities: [
    {
      id: 'f1',
      cds: fresno,
      rule: 'Instructional materials money only for adopted books',
      authority: 'State Board of Education waiver',
      from: '2026-07-01',
      until: '2028-06-30',
      state: 'in force',
      dollars: 125000000,
      use: 'coaching in number sense',
      result: null,
      conditions: [{ words: 'Pace of mathematics on track', benchmark: 'b1', status: 'met' }],
    },
  ],
};
