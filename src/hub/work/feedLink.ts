/** Where the page of a thing lies, by how the history names it: `engagement …`. Only what has a page of its own. */
const places: Readonly<Record<string, string>> = {
  engagement: '/work/engagements/',
  'external partner': '/work/partners/',
  commitment: '/work/commitments/',
  contact: '/work/contacts/',
  hours: '/work/hours/',
  cycle: '/work/cycles/',
  need: '/matching/needs/',
  ask: '/matching/asks/',
  benchmark: '/benchmarks/',
  agreement: '/agreement/',
  claim: '/claims/',
  practice: '/practices/',
  review: '/reviews/',
  flexibility: '/resources/flexibilities/',
};

/** The page of what an act was about; undefined where it has none. */
export function feedLink(home: string, subject: string): string | undefined {
  const found = /^(.+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(subject);
  const place = found?.[1] === undefined ? undefined : places[found[1]];
  return place === undefined ? undefined : `${home}${place}${found?.[2]}`;
}
