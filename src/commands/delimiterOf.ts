import { WrongUse } from './readOptions.ts';

/** What stands between fields: one character, `tab` or `\t`. Throws WrongUse with a sentence. */
export function delimiterOf(word: string): string {
  const delimiter = word === '\\t' || word === 'tab' ? '\t' : word;
  if (delimiter.length !== 1 || /["\r\n\w]/.test(delimiter))
    throw new WrongUse(`--delimiter is one character (tab for a tab), not "${word}".`);
  return delimiter;
}
