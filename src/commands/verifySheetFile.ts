import { factSheetOf } from '../hub/factsheet/factSheetOf.ts';
import { publicPartOf } from '../hub/factsheet/publicPart.ts';
import { readSheetCsv } from '../hub/factsheet/readSheetCsv.ts';
import { readSheetPdf } from '../hub/factsheet/readSheetPdf.ts';
import { SheetFile } from '../hub/factsheet/sheetFile.ts';
import { sheetNumbers } from '../hub/factsheet/sheetNumbers.ts';
import { layoutKeyword, typesetInThread } from '../hub/factsheet/typesetInThread.store.ts';
import { verifyNumbers, verifySheet } from '../hub/factsheet/verifySheet.ts';
import { parsePackFile } from '../release/parsePackFile.ts';
import { verifyPackFile } from '../release/verifyPackFile.ts';
import type { VerifiedCheck } from '../release/verifyRelease.ts';
import type { PackFile } from '../vocabulary/packFile.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { readInput } from './readInput.ts';
import { recogniseVerified, type Verified } from './recogniseVerified.ts';
import type { VerifiedFile } from './verifyReleaseFile.ts';

/** A sealed pack from its file alone. */
export function verifyPack(said: unknown, name: string): VerifiedFile {
  const { file, content } = packOf(said, name);
  const { title } = file.pack.review;
  return {
    about: { hash: file.hash, partnership: file.pack.partnership.name },
    title: `Sealed pack of the review “${title}” of ${file.pack.partnership.name}, figures as of ${file.pack.asOf}.`,
    checks: verifyPackFile(file, content),
  };
}

/** A fact sheet's data, table or PDF, by itself and against what it is said to be from. */
export async function verifySheetFile(
  found: Exclude<Verified, { kind: 'release' | 'pack' }>,
  { bytes, name, from }: { bytes: Uint8Array; name: string; from: string | undefined },
  io: CommandStreams,
): Promise<VerifiedFile> {
  if (found.kind === 'fact sheet table') return verifyTable(found.text, name, from, io);
  const pack = from === undefined ? undefined : await packFrom(from, io);
  if (found.kind === 'fact sheet data') {
    const sheet = sheetOf(found.said, name);
    return { ...aboutSheet(sheet), checks: [...verifySheet(sheet, pack?.file), ...(pack?.checks ?? [])] };
  }
  const read = readSheetPdf(bytes);
  if (!read.ok) throw new Refusal(`${name}: ${read.reason}`);
  const attached = recogniseVerified(Buffer.from(read.attached), `What is attached to ${name}`);
  if (attached.kind !== 'fact sheet data') throw new Refusal(`No fact sheet’s data are attached to ${name}.`);
  const sheet = sheetOf(attached.said, `What is attached to ${name}`);
  const made = await typesetInThread(factSheetOf(sheet, read.language), read.attached);
  return {
    ...aboutSheet(sheet),
    checks: [
      pagesCheck(Buffer.from(made).equals(bytes), read.layout),
      ...verifySheet(sheet, pack?.file),
      ...(pack?.checks ?? []),
    ],
  };
}

function pagesCheck(isSame: boolean, layout: string | null): VerifiedCheck {
  if (isSame) {
    const sentence = 'Typeset anew from the data attached to it, it is the same file to the byte.';
    return { check: 'pages', result: 'holds', sentences: [sentence] };
  }
  return layout === layoutKeyword
    ? {
        check: 'pages',
        result: 'fails',
        sentences: ['Typeset anew from the data attached to it, it is another file: its pages were changed.'],
      }
    : {
        check: 'pages',
        result: 'not checked',
        sentences: [
          'It was typeset by another version of Tandem: read its numbers beside those attached, which are checked here.',
        ],
      };
}

async function verifyTable(
  text: string,
  name: string,
  from: string | undefined,
  io: CommandStreams,
): Promise<VerifiedFile> {
  const read = readSheetCsv(text);
  if (!read.ok) throw new Refusal(`${name} is no fact sheet’s table. ${read.reason}`);
  const { pack, numbers, lines } = read;
  const about = { about: { pack }, title: `Numbers of the fact sheet of pack ${pack.slice(0, 12)}.` };
  if (from === undefined) {
    const sentence = 'Give the sheet’s JSON or the sealed pack, to compare every number: --from FILE.';
    return { ...about, checks: [lines, { check: 'numbers', result: 'not checked', sentences: [sentence] }] };
  }
  const bytes = await readInput(from, io);
  const given = recogniseVerified(bytes, from);
  const sheet = given.kind === 'fact sheet data' ? sheetOf(given.said, from) : undefined;
  const sealed = given.kind === 'pack' ? packOf(given.said, from) : undefined;
  const part = sheet?.part ?? (sealed && publicPartOf(sealed.file.pack));
  if (!part) throw new Refusal(`${from} is neither a fact sheet’s JSON nor a sealed pack.`);
  const isOther = pack !== (sheet?.pack ?? sealed?.file.hash);
  const checks: VerifiedCheck[] = isOther
    ? [{ check: 'pack', result: 'fails', sentences: [`${from} is of another pack.`] }]
    : [verifyNumbers(numbers, sheetNumbers(part), from)];
  const own = sealed ? verifyPackFile(sealed.file, sealed.content) : sheet ? verifySheet(sheet) : [];
  return { ...about, checks: [lines, ...checks, ...own.map(ofFrom)] };
}

function aboutSheet({ pack, part }: SheetFile): Omit<VerifiedFile, 'checks'> {
  return {
    about: { pack, partnership: part.partnership.name },
    title: `Fact sheet of ${part.partnership.name}, figures as of ${part.asOf}, from pack ${pack.slice(0, 12)}.`,
  };
}

function sheetOf(said: unknown, name: string): SheetFile {
  const parsed = SheetFile.safeParse(said);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.map(String).join('.') || 'its whole';
  throw new Refusal(`${name} is not a whole fact sheet: ${place} is not as the format says.`);
}

function packOf(said: unknown, name: string): { readonly file: PackFile; readonly content: unknown } {
  const parsed = parsePackFile(said);
  if (!parsed.ok) throw new Refusal(`${name}: ${parsed.reason}`);
  return parsed;
}

/** The sealed pack to compare with, and its own checks: a sheet is as good as the pack it is compared with. */
async function packFrom(from: string, io: CommandStreams) {
  const given = recogniseVerified(await readInput(from, io), from);
  if (given.kind !== 'pack') throw new Refusal(`${from} is no sealed pack’s file.`);
  const { file, content } = packOf(given.said, from);
  return { file, checks: verifyPackFile(file, content).map(ofFrom) };
}

function ofFrom(check: VerifiedCheck): VerifiedCheck {
  return { ...check, check: `${check.check} (of --from)` };
}
