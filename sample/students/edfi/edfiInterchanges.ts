import type { EdfiCollections, EdfiJson } from './edfiRecords.ts';

/** A file of an interchange. */
export type InterchangeFile = { readonly name: string; readonly text: string };

const resources: Readonly<Record<string, readonly string[]>> = {
  EducationOrganization: ['localEducationAgencies', 'schools'],
  Student: ['students'],
  StudentEnrollment: ['studentSchoolAssociations', 'studentEducationOrganizationAssociations'],
  StudentTranscript: ['studentAcademicRecords'],
};

const singular: Readonly<Record<string, string>> = {
  localEducationAgencies: 'LocalEducationAgency',
  identificationCodes: 'EducationOrganizationIdentificationCode',
};

/** Where the standard's XML wraps what the API says flat. */
const wrapped: Readonly<Record<string, string>> = {
  birthDate: 'BirthData',
  firstName: 'Name',
  lastSurname: 'Name',
};
const isWrapper = new Set(Object.values(wrapped));

/**
 * The records of an ODS as XML interchange files of data standard 5.2, by the standard's own way from one to the other: a
 * reference holds an identity, a descriptor loses that word, a list becomes elements of one name.
 */
export function edfiInterchanges(collections: EdfiCollections): InterchangeFile[] {
  return Object.entries(resources).map(([interchange, names]) => ({
    name: `${interchange}.xml`,
    text: `<?xml version="1.0" encoding="UTF-8"?>
<Interchange${interchange} xmlns="http://ed-fi.org/5.2.0">
${names.flatMap((name) => (collections.get(name) ?? []).map((record) => element(one(name), children(record)))).join('\n')}
</Interchange${interchange}>
`,
  }));
}

function children(record: EdfiJson): string {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const wrap = wrapped[name];
    const key = wrap ?? name;
    parts.set(key, (parts.get(key) ?? '') + child(name, value));
  }
  return [...parts].map(([key, text]) => (isWrapper.has(key) ? element(key, text) : text)).join('');
}

function child(name: string, value: unknown): string {
  if (name === 'schoolYearTypeReference') {
    const { schoolYear } = value as { schoolYear: number };
    return element('SchoolYear', `${schoolYear - 1}-${schoolYear}`);
  }
  const title = capital(name.replace(/Descriptor$/, ''));
  if (Array.isArray(value)) return value.map((item) => listed(name, item as EdfiJson)).join('');
  if (typeof value === 'object' && value !== null) {
    const within = children(value as EdfiJson);
    return element(
      title,
      name.endsWith('Reference') ? element(title.replace(/Reference$/, 'Identity'), within) : within,
    );
  }
  return element(title, escaped(String(value)));
}

/** Lists whose items are elements of their own even where they hold a descriptor alone. */
const wholeItems = new Set(['recognitions']);

/** An item of a list: of most a descriptor alone stands without a wrapper. */
function listed(name: string, item: EdfiJson): string {
  const [only, ...more] = Object.entries(item);
  const isDescriptor =
    only !== undefined && more.length === 0 && only[0].endsWith('Descriptor') && !wholeItems.has(name);
  return isDescriptor ? child(only[0], only[1]) : element(one(name), children(item));
}

function one(name: string): string {
  return singular[name] ?? capital(name.replace(/s$/, ''));
}

function element(name: string, within: string): string {
  return `<${name}>${within}</${name}>`;
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
