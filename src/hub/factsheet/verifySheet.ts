import { hashPack } from '../../release/hashPack.ts';
import { hashPackAct } from '../../release/hashPackAct.ts';
import { verifyKeySignatures } from '../../release/verifyPackFile.ts';
import type { VerifiedCheck } from '../../release/verifyRelease.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { PackFile } from '../../vocabulary/packFile.ts';
import { changedFields } from './changedFields.ts';
import { publicPartOf } from './publicPart.ts';
import type { SheetFile } from './sheetFile.ts';
import { type SheetNumber, sheetNumbers } from './sheetNumbers.ts';

/** The act by which a coordinator publishes; its detail names what. */
export const publishingAct = 'published the fact sheet';

/** Everything that can be said of a fact sheet's open data: from itself, and against its sealed pack where that is given. */
export function verifySheet(sheet: SheetFile, pack?: PackFile): VerifiedCheck[] {
  return [
    verifyNumbers(sheet.numbers, sheetNumbers(sheet.part)),
    verifyPart(sheet),
    verifySignings(sheet),
    ...verifyKeySignatures(sheet.pack, sheet.keySignatures),
    verifyPublished(sheet),
    verifyAgainstPack(sheet, pack),
  ];
}

/** Every number against what it must be, by its field. */
export function verifyNumbers(
  numbers: readonly SheetNumber[],
  should: readonly SheetNumber[],
  against = 'the part of the pack in it',
): VerifiedCheck {
  const troubles: string[] = [];
  const wanted = new Map(should.map((one) => [one.field, one]));
  for (const one of numbers) {
    const right = wanted.get(one.field);
    if (!right) troubles.push(`${one.field} is no number of this sheet.`);
    else {
      for (const { field, says, should: is } of changedFields(one, right))
        troubles.push(`${one.field}: ${field} is ${says}, but ${is} in ${against}.`);
    }
    wanted.delete(one.field);
  }
  for (const field of wanted.keys()) troubles.push(`${field} is missing.`);
  return troubles.length > 0
    ? { check: 'numbers', result: 'fails', sentences: troubles }
    : {
        check: 'numbers',
        result: 'holds',
        sentences: [`All ${numbers.length} numbers are those of ${against}.`],
      };
}

function verifyPart({ part, partHash }: SheetFile): VerifiedCheck {
  return hashPack(part) === partHash
    ? { check: 'content', result: 'holds', sentences: [`It is what its hash names: ${partHash}.`] }
    : {
        check: 'content',
        result: 'fails',
        sentences: ['What it says of the pack is not what its hash names: it was changed after it was made.'],
      };
}

function verifySignings({ signatures, part }: SheetFile): VerifiedCheck {
  const missing = part.districts
    .filter(({ cds }) => !signatures.some((one) => one.cds === cds))
    .map(({ name }) => `Nobody has signed the pack for ${name}.`);
  if (missing.length > 0) return { check: 'signatures', result: 'fails', sentences: missing };
  return {
    check: 'signatures',
    result: 'trusted',
    sentences: [
      ...signatures.map(
        ({ name, role, signedAt }) => `${name} (${role}) on ${calendarDay(new Date(signedAt))}`,
      ),
      'The hub says so; whoever may read its history can compare.',
    ],
  };
}

function verifyPublished({ published, pack, partHash }: SheetFile): VerifiedCheck {
  const fails = (sentence: string): VerifiedCheck => ({
    check: 'publication',
    result: 'fails',
    sentences: [sentence],
  });
  if (published === null) return fails('It is a preview: nobody has published it.');
  if (hashPackAct(published) !== published.hash)
    return fails('The line of the history that published it is not what its hash names.');
  if (published.act !== publishingAct)
    return fails('The line of the history in it does not publish a fact sheet.');
  if (published.subject !== `pack ${pack}` || published.detail['partHash'] !== partHash)
    return fails('The line of the history in it published another pack, or other words and numbers of it.');
  const day = calendarDay(new Date(published.at));
  return {
    check: 'publication',
    result: 'holds',
    sentences: [
      `${published.personName ?? 'Somebody'} published exactly this on ${day}, line ${published.seq} of the hub’s history, ${published.hash.slice(0, 12)}.`,
    ],
  };
}

function verifyAgainstPack(sheet: SheetFile, file: PackFile | undefined): VerifiedCheck {
  if (!file) {
    return {
      check: 'pack',
      result: 'not checked',
      sentences: [`Give the sealed pack ${sheet.pack.slice(0, 12)}, which its districts hold: --from FILE.`],
    };
  }
  if (file.hash !== sheet.pack)
    return { check: 'pack', result: 'fails', sentences: ['It is the fact sheet of another pack.'] };
  const changed = changedFields(sheet.part, publicPartOf(file.pack));
  return changed.length === 0
    ? { check: 'pack', result: 'holds', sentences: ['Every word and number of it is the pack’s.'] }
    : {
        check: 'pack',
        result: 'fails',
        sentences: changed.map(
          ({ field, says, should }) => `${field} is ${says}, but ${should} in the pack.`,
        ),
      };
}
