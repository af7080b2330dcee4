/** Words that keep their capital inside a sentence: proper nouns of the student groups and measures. */
const proper =
  /^(English|Hispanic|African|American|Asian|Filipino|Pacific|White|A-G|CALPADS|VAL-ED|5Essentials)\b/;

/** A name as it stands inside a sentence: `all students`, but `English learners` and `A-G completion`. */
export function inSentence(name: string): string {
  return proper.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
