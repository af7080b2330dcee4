/** What came of a pilot; what did not work is kept as what did. */
export const pilotResults = [
  { id: 'worked', name: 'It worked' },
  { id: 'worked in part', name: 'It worked in part' },
  { id: 'did not work', name: 'It did not work' },
  { id: 'not held', name: 'It was not held' },
] as const;
export type PilotResultId = (typeof pilotResults)[number]['id'];
