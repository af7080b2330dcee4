import { focusAreas, strategies } from '../../vocabulary/partnership.ts';
import { authorities } from '../resources/resourceKinds.ts';
import type { Line, Run, SheetPart } from './factSheet.ts';
import type { PublicPart } from './publicPart.ts';
import { own, plain, type Say, strong } from './sheetSay.ts';
import { combinedStudents, flexibilitiesInForce, leverageDollars, promisesOf } from './sheetTally.ts';

type Leverage = NonNullable<NonNullable<PublicPart['resources']>['leverage']>;

/** The four parts of the sheet of 2009, each sentence as strong as the pack allows. */
export function sheetParts(say: Say): SheetPart[] {
  return [forged(say), resources(say), focus(say), reform(say)];
}

function forged({ words, source, count, year }: Say): SheetPart {
  const { part } = source;
  const names = words.and(part.districts.map(({ name }) => name));
  const students = combinedStudents(part);
  const sentences = [
    words.forgedText(names, part.partnership.startedYear),
    ...(students ? [words.servesText(count(students.n), year(students.schoolYear))] : []),
  ];
  return { title: words.forged, paragraphs: [[plain(sentences.join(' '))]], items: [] };
}

function resources(say: Say): SheetPart {
  const { words, source, money, day } = say;
  const { part } = source;
  const promises = promisesOf(part);
  const agreed = promises.filter(({ promise }) => promise.provenance === 'agreed').length;
  const targets = promises.length === 0 ? words.noTargets : words.targetsText(promises.length, agreed);
  const inForce = flexibilitiesInForce(part);
  const { externalCents, leverage } = part.resources ?? { externalCents: null, leverage: null };
  const gained: Line[] = [
    ...(externalCents ? [[plain(words.external(money(externalCents)))]] : []),
    ...(leverage ? [leverageLine(leverage, say)] : []),
  ];
  const dollars = inForce?.reduce((sum, one) => sum + (one.dollars ?? 0), 0) ?? 0;
  const flexibility =
    inForce === undefined
      ? []
      : [
          plain(
            inForce.length === 0
              ? words.noFlexibility
              : words.flexibilityText(inForce.length, dollars > 0 ? money(dollars) : null),
          ),
        ];
  return {
    title: words.resources,
    paragraphs: [
      [plain(`${words.resourcesText} ${targets}`)],
      ...gained,
      ...(flexibility.length > 0 ? [flexibility] : []),
    ],
    items: (inForce ?? []).map(({ rule, authority, until, dollars: cents, use }) => ({
      name: [own(withoutStop(rule))],
      means: [
        authorityRun(authority, say),
        plain(words.flexibilityLine(day(until), cents === null ? null : money(cents))),
        own(use),
      ],
      under: [],
    })),
  };
}

/** The ratio in the sheet's language; how it is worked out only where the pack's own sentence is in that language. */
function leverageLine({ ratio, sentence }: Leverage, { words, language }: Say): Line {
  const dollars = leverageDollars(ratio);
  const told = dollars ? plain(words.leverage(`$${dollars}`)) : own(ratio);
  return language === 'en' ? [told, own(` ${sentence}`)] : [told];
}

function authorityRun(name: string, { words }: Say): Run {
  const known = authorities.find((one) => one.name === name);
  return known ? plain(words.authorities[known.id]) : own(name);
}

/** A sentence that something else follows. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function focus({ words, source, named }: Say): SheetPart {
  const { benchmarks, engagements, partnership } = source.part;
  const known = new Map<string, string>(focusAreas.map(({ id }) => [id, words.focusAreas[id].on]));
  return {
    title: words.focus,
    paragraphs: [[plain(words.focusText)]],
    items: partnership.focusAreas.map((area) => {
      const of = (one: { focusArea: { id: string } }) => one.focusArea.id === area.id;
      const work = engagements ? engagements.filter(of).length : null;
      const name = named(area, 'focusAreas');
      return {
        name: [{ ...name, strong: true }, plain(` (${known.get(area.id) ?? area.on})`)],
        means: [plain(words.focusCounts(benchmarks.filter(of).length, work))],
        under: [],
      };
    }),
  };
}

function reform({ words, source, named }: Say): SheetPart {
  const { engagements, partnership } = source.part;
  const all = partnership.strategies.length > 0 ? partnership.strategies : strategies;
  return {
    title: words.reform,
    paragraphs: [[plain(words.reformText)]],
    items: all.map((strategy) => {
      const work = engagements?.filter((one) => one.strategy.id === strategy.id);
      const titles = work?.flatMap(({ title }, i) => [...(i > 0 ? [plain('; ')] : []), own(title)]);
      const name = named(strategy, 'strategies');
      return {
        name: [name.language ? name : strong(name.text)],
        means: titles === undefined ? null : titles.length > 0 ? titles : [plain(words.noEngagement)],
        under: [],
      };
    }),
  };
}
