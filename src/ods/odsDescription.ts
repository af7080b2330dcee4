import { Refusal } from '../vocabulary/refusal.ts';
import { ownAddress } from './odsAddress.ts';

/** What an Ed-Fi API says of itself at its root. */
export type OdsDescription = {
  /** The version of the API: `7.3`. */
  readonly version: string;
  /** The version of the Ed-Fi data standard: `5.2.0`. */
  readonly standard: string;
  readonly token: URL;
  /** The resources of the Ed-Fi model, with a slash at its end. */
  readonly data: URL;
  /** Since 7.3 pages are asked for by a token, which stays right while records come and go. */
  readonly hasCursors: boolean;
};

/** Reads the document at the root of an API. Refuses another standard and an API that is none of Ed-Fi. */
export function odsDescription(document: unknown, asked: URL, year: number | null): OdsDescription {
  const { version, dataModels, urls } = (document ?? {}) as {
    version?: unknown;
    dataModels?: unknown;
    urls?: { oauth?: unknown; dataManagementApi?: unknown };
  };
  const models = Array.isArray(dataModels) ? (dataModels as { name?: unknown; version?: unknown }[]) : [];
  const standard = models.find(({ name }) => name === 'Ed-Fi')?.version;
  if (typeof version !== 'string' || typeof standard !== 'string')
    throw new Refusal(`What answers at ${asked.href} is no Ed-Fi API: it does not name its data model.`);
  if (!/^5\.2(\.|$)/.test(standard))
    throw new Refusal(
      `The ODS is of the Ed-Fi data standard ${standard.slice(0, 20)}; Tandem reads 5.2 (API v7.2 and later).`,
    );
  const data = ownAddress(urls?.dataManagementApi, asked, year, 'where its data are');
  if (!data.pathname.endsWith('/')) data.pathname += '/';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return {
    version,
    standard,
    token: ownAddress(urls?.oauth, asked, year, 'where a token is given'),
    data: new URL('ed-fi/', data),
    hasCursors: major > 7 || (major === 7 && minor >= 3),
  };
}
