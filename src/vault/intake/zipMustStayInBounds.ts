import type { Breach } from './breach.ts';

/** What an archive may hold. Rosters and extracts are packed to a tenth or a twentieth; a bomb to a thousandth. */
export const zipBounds = { files: 10_000, bytes: 32 * 2 ** 30, freeBytes: 64 * 2 ** 20, ratio: 200 } as const;

/** An archive holds no more files and bytes than an export can have, in all and against its own size. */
export function zipMustStayInBounds(
  files: number,
  unpacked: number,
  packed: number,
): Omit<Breach, 'severity' | 'column'> | undefined {
  const what =
    files > zipBounds.files
      ? `more than ${zipBounds.files} files`
      : unpacked > zipBounds.bytes
        ? `more than ${zipBounds.bytes / 2 ** 30} GB`
        : unpacked > zipBounds.freeBytes && unpacked > packed * zipBounds.ratio
          ? `more than ${zipBounds.ratio} times the size of the archive`
          : undefined;
  if (what === undefined) return undefined;
  return {
    rule: 'zipMustStayInBounds',
    valueClass: 'an archive that grows too large',
    message: `unpacked it would have ${what}; it was not unpacked`,
    remedy: 'ask who made it; if it is an export, unpack it yourself and load the folder',
  };
}
