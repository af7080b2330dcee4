/** Somebody of the sample who has left, invented: nobody of either district. */
export const sampleLeaver = {
  name: 'Riley Okafor-Lane',
  email: 'riley.okafor-lane@fresno.example',
  role: 'focus-area-lead',
  district: 'fresno',
  focusArea: 'mathematics',
} as const;

/** What the former mathematics lead of the sample had promised, and who takes it over; days are counted from the day of loading. */
export const sampleHandover = {
  leaver: sampleLeaver,
  by: 'Jordan Vale',
  successor: 'Sam Ortega-Lind',
  words: 'Sample: moves to the county office; will answer questions until the end of the year.',
  /** Days before today on which the handover began, and on which the membership ended. */
  begunDaysAgo: 40,
  endedDaysAgo: 12,
  /** A call with the mathematics lead of Long Beach, so many days ago, and what was decided. */
  call: {
    daysAgo: 75,
    with: 'Morgan Reyes-Hill',
    title: 'Sample: call about the first units of algebra',
    purpose: 'Sample: compare the first three units, and choose one test both use.',
    notes: 'Sample: both sides read the tests beforehand; the second unit differs most.',
    decision: 'Sample: both use the test of unit 2 this fall',
    reason: 'Sample: it is the only one whose tasks both sides had tried before.',
  },
  commitments: [
    {
      what: 'Sample: send Long Beach the list of algebra units with their tests',
      dueInDays: -20,
      isHanded: true,
      isJoint: true,
    },
    {
      what: 'Sample: host two coaches from Long Beach for a day in a grade 8 classroom',
      dueInDays: 25,
      isHanded: true,
      isJoint: false,
    },
    {
      what: 'Sample: say how many sections of algebra each middle school has',
      dueInDays: -4,
      isHanded: false,
      isJoint: true,
    },
  ],
} as const;

/** Who stands in for whom in the sample. */
export const sampleDeputies = [
  { of: sampleLeaver.name, deputy: 'Jordan Vale' },
  { of: 'Jordan Vale', deputy: 'Sam Ortega-Lind' },
  { of: 'Avery Stone', deputy: 'Quinn Marsh' },
  { of: 'Taylor Fenn', deputy: 'Jordan Vale' },
  { of: 'Morgan Reyes-Hill', deputy: 'Avery Stone' },
  { of: 'Robin Alder', deputy: { name: 'Kerry Sample', email: 'kerry.sample@fresno.example' } },
] as const;
