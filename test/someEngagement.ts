import type { Engagement, EngagementPart } from '../src/hub/work/engagement.ts';
import type { NewEngagementDraft } from '../src/hub/work/engagementDraft.ts';

/** An engagement as it might stand: agreed to, from March to June 2026, with nothing made yet; `parts` are those of districts a and b. */
export function someEngagement(
  change: Partial<Engagement> = {},
  parts: readonly [EngagementPart, EngagementPart] = ['helps', 'is helped'],
): Engagement {
  const holder = (name: string) => ({ personId: null, name, email: `${name.toLowerCase()}@example.org` });
  return {
    id: 'e',
    mode: parts[0] === 'helps' ? 'assistance' : parts[0] === 'asks' ? 'external' : 'joint',
    askId: null,
    version: 2,
    madeAt: new Date('2026-02-01T18:00:00Z'),
    step: 'agreed',
    state: 'agreed',
    actingId: 'b',
    title: 'Number sense',
    purpose: 'Students place numbers.',
    product: parts[0] === 'develops' ? 'A unit' : null,
    focusArea: 'mathematics',
    strategy: 'rigor',
    needId: null,
    benchmarkId: null,
    startsOn: '2026-03-01',
    endsOn: '2026-06-30',
    reason: null,
    words: null,
    changedAt: new Date('2026-02-02T18:00:00Z'),
    changedBy: 'Bo',
    parties: [
      { districtId: 'a', part: parts[0], brings: 'Time', owner: holder('Ann'), deputy: holder('Al') },
      { districtId: 'b', part: parts[1], brings: 'Rooms', owner: holder('Bo'), deputy: holder('Bea') },
    ],
    partners: [],
    progress: {
      productVersion: 0,
      signedBy: [],
      pilots: 0,
      usedBy: [],
      askVersion: 0,
      askAgreedBy: [],
      askSentOn: null,
      answers: 0,
      secured: 0,
      securedCents: 0,
      test: 0,
    },
    ...change,
  };
}

/** The same engagement with some of what it makes. */
export function withProgress(engagement: Engagement, progress: Partial<Engagement['progress']>): Engagement {
  return { ...engagement, progress: { ...engagement.progress, ...progress } };
}

/** A new engagement in which people without account own the part of whoever begins it. */
export function someNewEngagement(change: Partial<NewEngagementDraft> = {}): NewEngagementDraft {
  return {
    title: 'Number sense',
    purpose: 'Students place numbers.',
    product: null,
    focusArea: 'mathematics',
    strategy: 'rigor',
    needId: null,
    benchmarkId: null,
    startsOn: '2025-10-01',
    endsOn: '2026-06-30',
    partnerIds: [],
    own: {
      brings: 'Two visits a term',
      owner: { personId: null, name: 'Ann', email: 'ann@example.org' },
      deputy: { personId: null, name: 'Al', email: 'al@example.org' },
    },
    weHelp: true,
    ...change,
  };
}
