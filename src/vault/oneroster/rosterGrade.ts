const codes: Readonly<Record<string, string | null>> = {
  IT: 'IN',
  PR: 'PS',
  PK: 'PS',
  TK: 'TK',
  KG: 'KN',
  '13': null,
  PS: null,
  UG: 'UE',
  OTHER: 'UE',
};

/** The words that OneRoster knows for grades. */
export const rosterGrades = 'IT PR PK TK KG 01 to 13 PS UG Other';

/**
 * California's code of a grade in the words of OneRoster (CEDS: IT infant, PR preschool, PK prekindergarten, UG ungraded).
 * Null is a grade after the twelfth: PS is postsecondary here and preschool in CALPADS. Undefined is none of its words.
 */
export function rosterGrade(word: string): string | null | undefined {
  const plain = word.trim().toUpperCase();
  if (/^(0?[1-9]|1[0-2])$/.test(plain)) return plain.padStart(2, '0');
  return plain === 'K' || plain === 'KN' ? 'KN' : codes[plain];
}
