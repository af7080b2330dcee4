import type { Line } from './factSheet.ts';
import type { PublicEngagement } from './publicPart.ts';
import { own, plain, type Say } from './sheetSay.ts';

const states = ['agreed', 'testing', 'suspended'] as const;

/** `Reclassifying in time (Long Beach helps Fresno, under way)`: the title as it was written, then who and how it stands. */
export function engagementLine(one: PublicEngagement, say: Say): Line {
  const { words } = say;
  const of = (part: string) =>
    one.parties.filter((party) => party.part === part).map(({ cds }) => say.district(cds)?.shortName ?? cds);
  const [helpers, helped] = [of('helps'), of('is helped')];
  const who =
    helpers.length > 0 && helped.length > 0
      ? words.helps(words.and(helpers), words.and(helped))
      : words.together;
  const partners = one.externalPartners.length > 0 ? words.withPartners(words.and(one.externalPartners)) : '';
  const state = states.find((known) => known === one.state);
  const stands = one.came ? words.came[one.came] : state ? words.engagementStates[state] : '';
  const about = [who, partners, stands].filter(Boolean).join(', ');
  return [own(one.title), plain(` (${about})`)];
}
