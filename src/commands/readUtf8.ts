import type { Finding } from '../vocabulary/finding.ts';

/** Every Excel workbook is a ZIP archive, and begins as one. */
function isWorkbook(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);
}

/** The text of a file without its byte order mark; a finding for a workbook, and for bytes that are no UTF-8. */
export function readUtf8(bytes: Uint8Array, file: string): string | Finding {
  const finding = { severity: 'error', file, line: null, column: null } as const;
  if (isWorkbook(bytes))
    return {
      ...finding,
      rule: 'fileMustBeText',
      message: 'this is an Excel workbook',
      remedy: 'save its sheet as CSV UTF-8',
    };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      ...finding,
      rule: 'textMustBeUtf8',
      message: 'the file is no UTF-8 text, so that names could not be told apart',
      remedy: 'save it as CSV UTF-8',
    };
  }
}
