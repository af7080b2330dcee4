import { Refusal } from '../vocabulary/refusal.ts';
import type { OdsAnswer } from './odsAnswer.ts';
import type { OdsSession } from './odsSession.ts';

export type OdsRecord = Readonly<Record<string, unknown>>;

/** Records changed places while they were read, so that one may be missing or stand twice: read them again. */
export class RecordsMoved extends Error {
  override readonly name = 'RecordsMoved';
}

/** The most that an ODS gives at once, unless its operator allows less. */
const mostOfAPage = 500;

/**
 * The pages of a collection in turn. By cursor (`pageToken`, `Next-Page-Token`) since API 7.3, else by `offset` and `limit`
 * against `Total-Count`, asked again at the end. Throws RecordsMoved, and a Refusal for what the key may not read.
 */
export async function* readPages(
  session: OdsSession,
  collection: URL,
  hasCursors: boolean,
): AsyncGenerator<readonly OdsRecord[]> {
  const seen = new Set<unknown>();
  const take = (answer: OdsAnswer): readonly OdsRecord[] => {
    const page = recordsOf(answer, collection);
    for (const { id } of page) {
      if (id !== undefined && seen.size === seen.add(id).size) throw new RecordsMoved('a record came twice');
    }
    return page;
  };
  if (hasCursors) {
    let token: string | null = null;
    do {
      const answer = await session.get(
        withQuery(collection, { pageSize: mostOfAPage, ...(token === null ? {} : { pageToken: token }) }),
      );
      const page = take(answer);
      if (page.length > 0) yield page;
      const next = answer.headers.get('next-page-token');
      if (next !== null && next === token)
        throw new Refusal(`${collection.href} gives the same page without end.`);
      token = next;
    } while (token !== null);
    return;
  }
  let [offset, total] = [0, Number.POSITIVE_INFINITY];
  while (offset < total) {
    const query = { offset, limit: mostOfAPage, ...(offset === 0 ? { totalCount: 'true' } : {}) };
    const answer = await session.get(withQuery(collection, query));
    const page = take(answer);
    if (offset === 0) total = totalOf(answer, collection);
    if (page.length === 0) break;
    offset += page.length;
    yield page;
  }
  const answer = await session.get(withQuery(collection, { offset: 0, limit: 1, totalCount: 'true' }));
  recordsOf(answer, collection);
  if (totalOf(answer, collection) !== offset) throw new RecordsMoved('the count changed');
}

function recordsOf({ status, text }: OdsAnswer, { pathname }: URL): readonly OdsRecord[] {
  const name = pathname.split('/').at(-1) ?? '';
  if (status === 403 || status === 404)
    throw new Refusal(
      `${status === 403 ? `The key may not read ${name}` : `The ODS has no ${name}`}. Ask its operator for it, or leave it out: --without ${name}`,
    );
  if (status !== 200)
    throw new Refusal(`The ODS answered ${status} to a request for ${name}. Nothing was kept.`);
  const records = parsed(text);
  if (!records)
    throw new Refusal(`What the ODS answered for ${name} is no list of records. Nothing was kept.`);
  return records;
}

function parsed(text: string): readonly OdsRecord[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
    return isList ? (value as OdsRecord[]) : undefined;
  } catch {
    return undefined;
  }
}

function totalOf({ headers }: OdsAnswer, { pathname }: URL): number {
  const text = headers.get('total-count');
  if (text === null || !/^\d+$/.test(text))
    throw new Refusal(`The ODS does not say how many ${pathname.split('/').at(-1)} it has (Total-Count).`);
  return Number(text);
}

function withQuery(url: URL, query: Readonly<Record<string, string | number>>): URL {
  const asked = new URL(url);
  for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, String(value));
  return asked;
}
