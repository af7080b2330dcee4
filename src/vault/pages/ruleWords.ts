/** A rule as the sentence that its name is: `levelMustFollowFromScore` is `Level must follow from score`. */
export function ruleWords(rule: string): string {
  const words = rule
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
