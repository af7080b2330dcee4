import { Refusal } from '../../vocabulary/refusal.ts';

/** What a full disk means to a person, or the error itself. DuckDB says it in words of the operating system. */
export function fullVaultDisk(cause: unknown, sentence: string): unknown {
  if (cause instanceof Refusal) return cause;
  const { code, message } = cause as { code?: unknown; message?: unknown };
  const isFull =
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    /no space left|disk quota|max_temp_directory_size/i.test(String(message));
  return isFull ? new Refusal(sentence, { cause }) : cause;
}
