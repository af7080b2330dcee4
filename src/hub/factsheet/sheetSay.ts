import { formatDate } from '../../vocabulary/formatDate.ts';
import { formatMoney, formatNumber, formatPercent, formatSigned } from '../../vocabulary/formatNumber.ts';
import type { Language } from '../../vocabulary/language.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Run } from './factSheet.ts';
import type { PublicPart } from './publicPart.ts';
import type { SheetFile } from './sheetFile.ts';
import { english } from './englishWords.ts';
import type { SheetWords } from './sheetWords.ts';
import { spanish } from './spanishWords.ts';

/** What a fact sheet is made from: a pack's public part, its hash, who signed it; unpublished, it says that it is a preview. */
export type SheetSource = Pick<SheetFile, 'pack' | 'part' | 'signatures' | 'published'>;

type Definition = PublicPart['definitions'][number];
type Named = { readonly id: string; readonly name: string };

/** How one language says what a pack holds. Spanish in California writes numbers as English does. */
export type Say = {
  readonly language: Language;
  readonly words: SheetWords;
  readonly source: SheetSource;
  readonly day: (isoDate: string) => string;
  readonly year: (schoolYear: number) => string;
  readonly count: (n: number) => string;
  readonly money: (cents: number) => string;
  readonly value: (value: string, measure: string) => string;
  readonly change: (perYear: string, digits: number) => string;
  /** By the id of a closed list, in the sheet's language; the pack's own name where the list has changed since. */
  readonly named: (entry: Named, list: 'focusAreas' | 'strategies' | 'modes') => Run;
  readonly measure: (id: string) => Run;
  readonly group: (group: { readonly code: string; readonly name: string }) => string;
  readonly definition: (measure: string) => Definition | undefined;
  readonly district: (cds: string | null) => PublicPart['districts'][number] | undefined;
};

/** The words of a language. */
export const wordsOf: Readonly<Record<Language, SheetWords>> = { en: english, es: spanish };

/** What districts wrote stands as it is; the partnership writes in English. */
export function own(text: string): Run {
  return { text, language: 'en' };
}

export function plain(text: string): Run {
  return { text };
}

export function strong(text: string): Run {
  return { text, strong: true };
}

export function sayIn(language: Language, source: SheetSource): Say {
  const words = wordsOf[language];
  const { part } = source;
  const definition = (measure: string) => part.definitions.find((one) => one.measure === measure);
  return {
    language,
    words,
    source,
    day: (isoDate) => formatDate(isoDate, language),
    year: schoolYearName,
    count: (n) => formatNumber(n),
    money: formatMoney,
    value: (value, measure) => {
      const known = definition(measure);
      if (known?.unit === 'letter' || known?.unit === 'flag') return value;
      return known?.unit === 'percent'
        ? formatPercent(value, known.decimals)
        : formatNumber(value, known?.decimals);
    },
    change: formatSigned,
    named: (entry, list) => {
      const name = nameOf(words[list], entry.id);
      return name === undefined ? own(entry.name) : plain(name);
    },
    measure: (id) => {
      const name = words.measures[id];
      return name === undefined ? own(definition(id)?.shortName ?? id) : plain(name);
    },
    group: ({ code, name }) => nameOf(words.groups, code) ?? name,
    definition,
    district: (cds) => part.districts.find((one) => one.cds === cds),
  };
}

function nameOf(names: Readonly<Record<string, string | { readonly name: string }>>, id: string) {
  const found = Object.hasOwn(names, id) ? names[id] : undefined;
  return typeof found === 'object' ? found.name : found;
}
