import { z } from 'zod';
import { hashPack } from '../../release/hashPack.ts';
import { PackAct, PackKeySignature, PackSigning } from '../../vocabulary/packFile.ts';
import { Hash } from '../../vocabulary/packParts.ts';
import { PublicPart } from './publicPart.ts';
import { SheetNumber, sheetNumbers } from './sheetNumbers.ts';

/** Under which anybody may use the numbers of a published sheet. */
export const licence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/**
 * A fact sheet as open data: what of the pack the public may read (`part`, named by `partHash`), the numbers on the sheet with
 * their definitions and sources, and who signed the pack. `published` is the line of the hub's history by which a coordinator
 * published exactly this part of exactly this pack; null in a preview.
 */
export const SheetFile = z.strictObject({
  format: z.literal('tandem fact sheet 1'),
  licence: z.strictObject({ id: z.string(), name: z.string(), url: z.string() }),
  pack: Hash,
  partHash: Hash,
  signatures: z.array(PackSigning),
  keySignatures: z.array(PackKeySignature),
  published: PackAct.nullable(),
  numbers: z.array(SheetNumber),
  part: PublicPart,
});
export type SheetFile = z.infer<typeof SheetFile>;

type Made = Pick<SheetFile, 'pack' | 'signatures' | 'keySignatures' | 'published' | 'part'>;

export function sheetFileOf({ pack, signatures, keySignatures, published, part }: Made): SheetFile {
  return {
    format: 'tandem fact sheet 1',
    licence,
    pack,
    partHash: hashPack(part),
    signatures,
    keySignatures,
    published,
    numbers: sheetNumbers(part),
    part,
  };
}

/** As it is downloaded and as it lies in the PDF: the same text for the same sheet. */
export function sheetFileText(file: SheetFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
