import type { FactSheet, Line, SheetEntry } from './factSheet.ts';
import type { PublicPart } from './publicPart.ts';
import { own, plain, type Say, strong } from './sheetSay.ts';

type Statement = PublicPart['statements'][number];

export function sheetQuote({ source, day }: Say): FactSheet['quote'] {
  const quote = source.part.statements.find(({ part }) => part === 'quote');
  if (!quote) return null;
  return {
    words: [own(quote.words)],
    who: quote.saidBy === null ? [] : [own(quote.saidBy)],
    when: quote.asOf === null ? null : day(quote.asOf),
  };
}

export function sheetContacts(say: Say): FactSheet['contacts'] {
  const contacts = say.source.part.statements.filter(({ part }) => part === 'contact');
  const none: SheetEntry = { heading: null, lines: [[plain(say.words.noContact)]], note: null };
  return {
    title: say.words.contacts,
    entries: contacts.length > 0 ? contacts.map((one) => entryOf(one, say, false)) : [none],
  };
}

/** Those who answer for the districts today, then boards as somebody stated them, with since when. */
export function sheetBoards(say: Say): FactSheet['boards'] {
  const { words, source, day, district } = say;
  const { sponsors, statements, asOf } = source.part;
  const today: SheetEntry[] =
    sponsors.length === 0
      ? []
      : [
          {
            heading: [plain(words.superintendents)],
            lines: sponsors.map(({ name, cds }) => [own(name), plain(`, ${district(cds)?.name ?? cds}`)]),
            note: [plain(words.asOf(day(asOf)))],
          },
        ];
  const boards = statements.filter(({ part }) => part === 'board').map((one) => entryOf(one, say, true));
  return { title: words.boards, entries: [...today, ...boards] };
}

function entryOf({ heading, words, asOf, source }: Statement, say: Say, headed: boolean): SheetEntry {
  const since = asOf === null ? [] : [plain(say.words.asOf(say.day(asOf)))];
  const from = source === null ? [] : [...(since.length > 0 ? [plain('. ')] : []), own(source)];
  const note = [...since, ...from];
  return {
    heading: headed && heading !== '' ? [own(heading)] : null,
    lines: words.split('\n').map((line) => [own(line)]),
    note: note.length > 0 ? note : null,
  };
}

/** Where the numbers come from, who signed, and how anybody checks it. */
export function sheetFoot(say: Say): Line[] {
  const { words, source, day, district } = say;
  const { part, pack, signatures } = source;
  const titles = [...new Set(part.sources.map(({ title, publisher }) => `${title} (${publisher})`))].sort();
  const people = signatures.map(({ name, cds }) => `${name} (${district(cds)?.shortName ?? cds})`);
  return [
    [
      plain(`${words.madeFrom(part.review.title, day(part.asOf))} `),
      plain(people.length > 0 ? words.signedBy(words.and(people)) : words.unsigned),
    ],
    ...(titles.length > 0 ? [[plain(words.sources(titles.join('; ')))]] : []),
    ...(part.sources.some(({ synthetic }) => synthetic) ? [[plain(words.synthetic)]] : []),
    [plain(`${words.check} `), strong(pack)],
  ];
}
