import type { ClaimPanel } from './claimPanel.ts';
import type { ClaimTerms } from './claimTerms.ts';
import { goodDirection, unitOfChange } from './claimWords.ts';
import { hashText } from './registration.ts';

/** The columns of a panel's file, in order: one row a district and school year. */
export const panelColumns = ['district', 'cds', 'school_year', 'outcome', 'treated'] as const;

/**
 * The panel as the file `tandem estimate` reads: districts in the panel's order, a row a school year (by the calendar
 * year in which it ends), `treated` 1 from a treated district's first treated year on. Numbers are written so that
 * reading them back gives the same number to the last bit.
 */
export function panelFile({ years, districts, firstTreatedYear }: ClaimPanel): string {
  const rows = districts.flatMap(({ label, cds, treated, values }) =>
    years.map((year, i) => {
      const isTreated = treated && year >= firstTreatedYear ? 1 : 0;
      return [cellText(label), cds, year, values[i], isTreated].join(',');
    }),
  );
  return `${[panelColumns.join(','), ...rows].join('\n')}\n`;
}

function cellText(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What tells one state of the data from another: the SHA-256 of the panel's file. */
export function hashPanel(panel: ClaimPanel): string {
  return hashText(panelFile(panel));
}

/** The command that works the estimate out again from the panel's file, with the registered threshold for its sentence. */
export function estimateCommandText(fileName: string, terms: ClaimTerms): string {
  const good = goodDirection(terms.outcome);
  const better = good === null ? '' : ` --better ${good}`;
  return `tandem estimate ${fileName} --unit district --time school_year --outcome outcome --treated treated --method ${terms.method} --matters ${terms.smallestThatMatters}${better} --outcome-unit "${unitOfChange(terms.outcome)}"`;
}
