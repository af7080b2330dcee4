import { modes } from '../../vocabulary/partnership.ts';
import type { FactSheet, Line, SheetItem } from './factSheet.ts';
import { engagementLine } from './sheetEngagements.ts';
import { plain, type Say } from './sheetSay.ts';
import { flexibilitiesInForce, paceCounts, promisesOf } from './sheetTally.ts';

/** The box beside the text: three modes with the work in each, and three kinds of significance with a fact for each. */
export function sheetGlance(say: Say): FactSheet['glance'] {
  const { words } = say;
  const { engagements } = say.source.part;
  return {
    title: words.glance,
    partnership: {
      title: words.partnership,
      paragraphs: [],
      items: modes.map(({ id }) => ({
        name: [plain(words.modes[id].name)],
        means: [plain(words.modes[id].means)],
        under: (engagements ?? [])
          .filter(({ mode }) => mode.id === id)
          .map((one) => engagementLine(one, say)),
      })),
    },
    significance: {
      title: words.significance,
      paragraphs: [],
      items: [collaboration(say), flexibility(say), accountability(say)],
    },
  };
}

function item({ name, means }: { name: string; means: string }, under: readonly Line[]): SheetItem {
  return { name: [plain(name)], means: [plain(means)], under };
}

function collaboration(say: Say): SheetItem {
  const { words, source, district } = say;
  const { contacts, commitments, hours, cycles } = source.part;
  const facts = [
    ...(contacts && contacts.held > 0 ? [words.contactsHeld(contacts.held)] : []),
    ...(commitments && commitments.made > 0 ? [words.commitments(commitments.done, commitments.made)] : []),
    ...(cycles && cycles.run > 0 ? [words.cycles(cycles.run, cycles.ended)] : []),
    ...(hours ?? [])
      .filter(({ confirmedHours }) => Number(confirmedHours) > 0)
      .map(({ givenBy, receivedBy, confirmedHours }) =>
        words.hours(
          district(givenBy)?.shortName ?? givenBy,
          district(receivedBy)?.shortName ?? receivedBy,
          confirmedHours,
        ),
      ),
  ];
  return item(words.collaboration, [...facts.map((fact) => [plain(fact)]), ...claimLines(say)]);
}

/** In the box an answer only where it has no condition; the whole sentence stands under the benchmarks. */
function claimLines({ words, source }: Say): Line[] {
  const told = source.part.claims.filter(({ sentence }) => sentence !== null);
  if (told.length === 0) return [[plain(words.noClaim)]];
  return told.map(({ says }) => {
    const isPlain = says === 'sped up' || says === 'slowed' || says === 'cannot tell';
    return [plain(`${words.claimLead} ${capital(isPlain ? words.claims[says] : words.claimSeen)}.`)];
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function flexibility({ words, source, money }: Say): SheetItem {
  const inForce = flexibilitiesInForce(source.part);
  if (inForce === undefined) return item(words.flexibility, []);
  const cents = inForce.reduce((sum, { dollars }) => sum + (dollars ?? 0), 0);
  const conditions = inForce.flatMap((one) => one.conditions);
  const met = conditions.filter(({ status }) => status === 'met').length;
  const facts =
    inForce.length === 0
      ? [words.noFlexibility]
      : [
          `${cents > 0 ? `${money(cents)}, ` : ''}${words.freedNote(inForce.length)}`,
          ...(conditions.length > 0 ? [words.conditions(met, conditions.length)] : []),
        ];
  return item(
    words.flexibility,
    facts.map((fact) => [plain(fact)]),
  );
}

function accountability({ words, source }: Say): SheetItem {
  const counts = paceCounts(source.part);
  const fact =
    promisesOf(source.part).length === 0
      ? [words.noTargets]
      : counts.length > 0
        ? [words.statusCounts(counts)]
        : [];
  return item(
    words.accountability,
    fact.map((one) => [plain(one)]),
  );
}
