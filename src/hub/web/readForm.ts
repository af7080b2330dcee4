import type { Context } from 'hono';
import { csrfFieldName } from '../../page/csrfField.ts';
import { isSameToken } from '../people/token.ts';

/** The posted fields that are text, without the token and without NUL, which no store takes; null when the token is not this asker's. */
export async function readForm(
  context: Context,
  formToken: string,
): Promise<Readonly<Record<string, string>> | null> {
  const type = context.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) return null;
  const { [csrfFieldName]: token, ...fields } = await context.req.parseBody();
  if (typeof token !== 'string' || !isSameToken(token, formToken)) return null;
  return Object.fromEntries(
    Object.entries(fields)
      .filter((field): field is [string, string] => typeof field[1] === 'string')
      .map(([name, text]) => [name, text.replaceAll('\0', '')]),
  );
}
