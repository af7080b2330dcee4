import { parseDay } from '../work/parseDay.ts';

/** What an answer begins with, and what else it says. `trouble` is why a day in it could not be read. */
export type ReplyWords = {
  readonly says: 'done' | 'yes' | 'no' | 'until' | 'note';
  readonly day: string | null;
  readonly words: string;
  readonly trouble: string | null;
};

const longestWords = 5000;
/** More than anybody answers, even below what a programme has put before it. */
const mostRead = 100_000;

/** Where the mail that is answered begins, as mail programmes write it. */
const quoteBegins = [
  /^\s*>/,
  /^\s*-{2,}\s*(original message|mensaje original|forwarded message)/i,
  /^\s*_{10,}\s*$/,
  /^\s*(from|de|von)\s*:\s.+@/i,
  /^\s*on\b.{5,200}\bwrote\s*:\s*$/i,
  /^\s*el\b.{5,200}\bescribió\s*:\s*$/i,
];
/** Where what the writer's own programme adds begins. */
const footBegins = [/^-- ?$/, /^\s*sent from my\b/i, /^\s*enviado desde mi\b/i, /^\s*get outlook for\b/i];

/** An answer without the mail it quotes and without its writer's signature. */
export function cutQuoted(text: string): string {
  // "On … wrote:" is broken over two lines by some programmes.
  const lines = text
    .slice(0, mostRead)
    .replaceAll('\r\n', '\n')
    .replaceAll(/^([^\S\n]{0,20}on\b[^\n]{5,160})\n([^\n]{0,100}\bwrote\s*:\s*)$/gim, '$1 $2')
    .split('\n');
  const end = lines.findIndex((line) => [...quoteBegins, ...footBegins].some((begins) => begins.test(line)));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim()
    .slice(0, longestWords);
}

/**
 * Reads an answer by a small closed grammar over its first words: done, yes, no, needs until a day. Anything else is a note. Nothing is
 * guessed: “done, I think?” is a note, too, for it asks.
 */
export function readReplyWords(text: string): ReplyWords {
  const words = cutQuoted(text);
  const [first = '', ...rest] = words.split('\n');
  const line = first.trim();
  const after = (found: RegExpExecArray) =>
    [line.slice(found[0].length), ...rest]
      .join('\n')
      .replace(/^[\s.,;:!–-]+/, '')
      .trim();
  const note = (trouble: string | null = null): ReplyWords => ({ says: 'note', day: null, words, trouble });
  if (line.includes('?')) return note();
  const until =
    /^(?:(?:it |this )?needs?(?: more time)? (?:until|till)|more time until|until) +(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.?,? \d{4})/i.exec(
      line,
    );
  if (until) {
    const day = parseDay(until[1] ?? '');
    return day.ok ? { says: 'until', day: day.day, words: after(until), trouble: null } : note(day.message);
  }
  if (/^(?:(?:it |this )?needs?(?: more time)? (?:until|till)|more time until|until)\b/i.test(line))
    return note('The day in it could not be read. Write “needs until 2027-01-15”.');
  for (const [says, begins] of [
    ['done', /^(?:it is |it’s |it's |this is )?(?:done|finished|completed)(?![\w’'])/i],
    ['yes', /^(?:yes|ok|okay|confirmed|i confirm|correct)(?![\w’'])/i],
    ['no', /^(?:no|not right|wrong)(?![\w’'])/i],
  ] as const) {
    const found = begins.exec(line);
    if (found) return { says, day: null, words: after(found), trouble: null };
  }
  return note();
}
