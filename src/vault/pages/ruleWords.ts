/** Words that a file's name cannot write as they are written. */
const written: Readonly<Record<string, string>> = {
  californias: 'California’s',
  cds: 'CDS',
  iso: 'ISO',
  seid: 'SEID',
  sets: 'set’s',
  ssid: 'SSID',
  toms: 'TOMS',
  xml: 'XML',
};

/** A rule as the sentence that its name is: `levelMustFollowFromScore` is `Level must follow from score`. */
export function ruleWords(rule: string): string {
  const words = rule
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/\bA([A-Z][a-z])/g, 'a $1')
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .map((word) => (Object.hasOwn(written, word) ? (written[word] ?? word) : word))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
