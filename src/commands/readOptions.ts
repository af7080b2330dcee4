import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something was asked in a way that no command understands: exit 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Reads flags and words; throws WrongUse with a sentence for a flag that is unknown, lacks its value or should have none. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  words: { readonly least: number; readonly most: number; readonly what: string },
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  const help = (parsed.values as { help?: unknown }).help === true;
  if (!help && (length < words.least || length > words.most)) {
    throw new WrongUse(length < words.least ? `Name ${words.what}.` : `Too many words: give ${words.what}.`);
  }
  return parsed;
}

function parse<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new WrongUse(`${message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`, { cause });
  }
}
