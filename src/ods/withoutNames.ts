import type { OdsRecord } from './readPages.ts';

/** What identifies a child beyond her ids, and what only the API itself needs: no measure uses it. */
const unneeded = new Set([
  '_etag',
  '_lastModifiedDate',
  'addresses',
  'ancestryEthnicOrigins',
  'birthCity',
  'birthCountryDescriptor',
  'birthInternationalProvince',
  'birthStateAbbreviationDescriptor',
  'caseNumber',
  'citizenshipStatusDescriptor',
  'electronicMails',
  'firstName',
  'generationCodeSuffix',
  'genderIdentity',
  'identificationDocuments',
  'incidentDescription',
  'institutionTelephones',
  'internationalAddresses',
  'lastSurname',
  'link',
  'loginId',
  'maidenName',
  'middleName',
  'multipleBirthStatus',
  'otherNames',
  'personalIdentificationDocuments',
  'personalTitlePrefix',
  'personReference',
  'preferredFirstName',
  'preferredLastSurname',
  'profileThumbnail',
  'reporterName',
  'telephones',
  'tribalAffiliations',
  'visas',
]);

/** A record without names, addresses, telephones and the like, at any depth: they are not written down. */
export function withoutNames(record: OdsRecord): OdsRecord {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) if (!unneeded.has(name)) kept[name] = within(value);
  return kept;
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === 'object' && value !== null ? withoutNames(value as OdsRecord) : value;
}
