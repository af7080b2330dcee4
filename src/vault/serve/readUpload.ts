import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { csrfFieldName } from '../../page/csrfField.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { writeAll } from '../store/wholeFile.ts';
import { isFormToken } from './gate.ts';
import { type FormPart, readParts } from './readParts.ts';
import type { VaultAsk } from './vaultRoute.ts';

export type UploadedFile = { readonly name: string; readonly path: string; readonly bytes: number };

export type Upload = {
  readonly files: readonly UploadedFile[];
  /** Holds all of them, under the names and within the folders that they came with. */
  readonly folder: string;
  readonly remove: () => void;
};

const mostFiles = 2000;
const longestField = 64 * 1024;

/**
 * Takes the files of a posted form into the vault's private temporary folder, as they come, each of any size. Whoever asks
 * must remove them; what is left is wiped at every start and close of the vault. Refuses a form that is not ours, one that
 * was cut off and a full disk; then nothing of it stays.
 */
export async function readUpload({ context, uploads, formToken }: VaultAsk): Promise<Upload> {
  const type = context.req.header('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  const { body } = context.req.raw;
  if (!boundary || !body)
    throw new Refusal('This form must bring files. Open its page anew and send it again.');
  const folder = mkdtempSync(join(uploads, 'in-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const files: UploadedFile[] = [];
    let isOurs = false;
    for await (const part of readParts(body, boundary)) {
      if (part.fileName === null) {
        const text = await readField(part);
        if (part.name === csrfFieldName) isOurs = isFormToken(text, formToken);
        continue;
      }
      // The token stands before the files, so that nothing of a foreign form is written down.
      if (!isOurs) throw new Refusal('The form is of an earlier start of these pages. Open its page anew.');
      if (files.length >= mostFiles) throw new Refusal(`More than ${mostFiles} files at once are not taken.`);
      const file = await writeFile(part, folder, files.length);
      if (file) files.push(file);
    }
    return { files, folder, remove };
  } catch (cause) {
    remove();
    if (isCutOff(cause)) throw new Refusal('What was sent was cut off. Nothing of it was loaded.', { cause });
    throw cause;
  }
}

async function readField({ bytes }: FormPart): Promise<string> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > longestField) throw new Refusal('A field of this form is longer than it may be.');
    read.push(chunk);
  }
  return Buffer.concat(read).toString('utf8');
}

/** Writes a file down; nothing for the empty one that a browser sends where none was chosen. */
async function writeFile(part: FormPart, folder: string, index: number): Promise<UploadedFile | undefined> {
  const { bytes, fileName } = part;
  const name = safeName(fileName ?? '');
  let path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const target = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    if (!['EEXIST', 'EISDIR', 'ENOTDIR'].includes(cause.code ?? '')) throw cause;
    path = join(folder, `${index + 1}-again`, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return open(path, 'wx', 0o600);
  });
  let size = 0;
  try {
    for await (const chunk of bytes) {
      await writeAll(target, chunk);
      size += chunk.length;
    }
  } finally {
    await target.close();
  }
  if (fileName !== '' || size > 0) return { name, path, bytes: size };
  rmSync(path);
  return undefined;
}

/** A name within the folder, whatever was sent: no way up, no root, no control characters, at most four folders deep. */
export function safeName(sent: string): string {
  const parts = sent
    .split(/[/\\]/)
    .map((part) =>
      [...part].filter((letter) => letter >= ' ' && letter !== '\u007f' && letter !== ':').join(''),
    )
    .map((part) => part.trim().slice(-120))
    .filter((part) => part !== '' && !/^\.+$/.test(part));
  return parts.slice(-5).join('/') || 'file without a name';
}

function isCutOff(cause: unknown): boolean {
  const { name, code } = cause as { name?: unknown; code?: unknown };
  return (
    name === 'AbortError' || ['ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(code))
  );
}
