import type { CommandStreams } from './command.ts';
import { readInput } from './readInput.ts';
import { readOptions } from './readOptions.ts';
import { recogniseVerified } from './recogniseVerified.ts';
import { wholeFlag } from './vaultReleaseFlags.ts';
import { verifiedText } from './verifiedText.ts';
import { type VerifiedFile, verifyReleaseFile } from './verifyReleaseFile.ts';
import { verifyPack, verifySheetFile } from './verifySheetFile.ts';

const help = `tandem verify FILE [--earlier FILE]… [--grant FILE] [--key FILE.pub]… [--from FILE] [--time-limit S] [--json]

Checks a release, a sealed pack or a fact sheet for yourself, from the file alone.

A release: that it is whole and named by its hash, that two different people signed it, that its measures stand under
known definitions and its cells and certificate hold together. Then the attacker is tried on it: for each withheld count,
the least and the greatest value that anyone can work out. What cannot be worked out from the file is named, with who
answers for it.

A sealed pack: that it is what its hash names, who signed it for which district, that each line of the history in it holds.

A fact sheet (PDF, JSON or CSV): that every number on it is that of the pack it is from, by the number’s name; that the
pack was signed and the sheet published; for a PDF, that its pages are those that its data give.

  --from FILE     for a fact sheet: the sealed pack it is from (for a CSV its JSON will do), to compare every number with
  --earlier FILE  for a release: one of the same vault before it; give each that you have, in any order, to check the chain
                  and to attack them together
  --grant FILE    for a release: the grant that it was made under
  --key FILE.pub  for a release: a public key of the district; give each: other keys are refused
  --time-limit S  seconds for the attacker (default 300); what is not worked out by then is said
  --json          one JSON object: file, kind, hash or pack, holds, checks [{check, result, sentences}]; of a release also
                  district and sequence
  --help          this text

Result of a check: holds, fails, not checked, trusted.
Exit code: 0 nothing fails, 1 something fails or the file is refused (explained), 2 wrong use.
`;

const options = {
  earlier: { type: 'string', multiple: true },
  grant: { type: 'string' },
  key: { type: 'string', multiple: true },
  from: { type: 'string' },
  'time-limit': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem verify` with the arguments that follow the word. */
export async function verifyCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, { least: 1, most: 1, what: 'one file' });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [file = ''] = positionals;
  const { earlier, grant, key, from } = values;
  const seconds = wholeFlag(values['time-limit'], '--time-limit', 0, 86_400) ?? 300;
  const bytes = await readInput(file, io);
  const name = file === '-' ? 'Standard input' : file;
  const found = recogniseVerified(bytes, name);
  let verified: VerifiedFile;
  if (found.kind === 'release') {
    verified = await verifyReleaseFile(name, bytes, { earlier, grant, key, seconds }, io);
  } else if (found.kind === 'pack') {
    verified = verifyPack(found.said, name);
  } else {
    verified = await verifySheetFile(found, { bytes, name, from }, io);
  }
  const { about, title, checks } = verified;
  const holds = checks.every(({ result }) => result !== 'fails');
  if (values.json)
    io.stdout.write(`${JSON.stringify({ file, kind: found.kind, ...about, holds, checks })}\n`);
  else io.stdout.write(`${title}\n\n${verifiedText(checks)}`);
  return holds ? 0 : 1;
}
