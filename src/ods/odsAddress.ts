import { Refusal } from '../vocabulary/refusal.ts';

/**
 * The address of an ODS, with a slash at its end. Refuses one that would send a secret in the clear, but for this machine's
 * own, and one that carries a name or password.
 */
export function odsAddress(text: string): URL {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refusal(`"${text.slice(0, 200)}" is no address: write https://ods.example.org/v7.3.`);
  if (url.username !== '' || url.password !== '')
    throw new Refusal('An address must hold no name and no password. Give key and secret in a file.');
  if (url.protocol === 'http:' && !/^(127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    throw new Refusal('The address must begin with https: over http anybody on the way reads the secret.');
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/**
 * An address that the ODS gives of itself, held to the origin that was asked: it must not send the secret elsewhere. The
 * year stands in the path of an ODS that keeps each year apart. One behind a proxy may not know that it is asked by https.
 */
export function ownAddress(given: unknown, asked: URL, year: number | null, what: string): URL {
  const text = typeof given === 'string' ? given : '';
  if (/\{schoolYear\w*\}/i.test(text) && year === null)
    throw new Refusal('The ODS keeps each school year apart: name one with --year.');
  const filled = text.replace(/\{schoolYear\w*\}/gi, String(year));
  if (/[{}]/.test(filled))
    throw new Refusal(
      'The ODS keeps tenants apart: give the address with your tenant in it, as its operator names it.',
    );
  const url = URL.parse(filled);
  if (!url) throw new Refusal(`What answers at ${asked.href} does not say ${what}: it is no Ed-Fi API v7.`);
  if (url.protocol === 'http:' && url.hostname === asked.hostname && asked.protocol === 'https:')
    return new URL(url.pathname + url.search, asked);
  if (url.origin !== asked.origin)
    throw new Refusal(
      `The ODS at ${asked.origin} gives ${url.origin} for ${what}. Nothing was sent there; give that address if it is right.`,
    );
  return url;
}
