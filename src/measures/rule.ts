/** What the rows of a rule are added up to: a share, a mean with participation penalty, or one sum over another. */
export const ruleCounts = ['rate', 'mean with penalty records', 'ratio'] as const;
export type RuleCounts = (typeof ruleCounts)[number];

/** Rows a rule cannot do without: of a table, in school years counted from the one that is measured. */
export type RuleNeed = { readonly table: string; readonly from: number; readonly to: number };

/** A measure's rule: SQL whose rows are what students contribute, and what its comment says of it. */
export type Rule = {
  readonly measure: string;
  readonly text: string;
  readonly counts: RuleCounts;
  readonly needs: readonly RuleNeed[];
  /** Grade spans that are counted besides each grade and all grades. */
  readonly spans: readonly string[];
  /** Every shared view it names, of the views they name too, each before those that need it. */
  readonly views: readonly string[];
};

/**
 * Reads the head of a rule's file: `-- name:`, `-- counts:`, `-- needs: table, table[-3..0]`, `-- spans:`. `views` are
 * the texts of the shared views by name. Throws an Error with a sentence when the head says none of it or a wrong thing.
 */
export function parseRule(text: string, views: ReadonlyMap<string, string>): Rule {
  const measure = headLine(text, 'name');
  const counts = ruleCounts.find((one) => one === headLine(text, 'counts'));
  if (!measure || !counts) throw new Error(`a rule (${measure ?? 'nameless'}) must say its name and counts`);
  return {
    measure,
    text,
    counts,
    needs: listed(headLine(text, 'needs')).map(parseNeed),
    spans: listed(headLine(text, 'spans')),
    views: namedViews(text, views),
  };
}

/** The shared views that SQL names, directly or through one another, each before those that need it. */
export function namedViews(text: string, views: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const visit = (sql: string, own: string | undefined): void => {
    for (const word of new Set(withoutComments(sql).match(/[a-z_][a-z0-9_]*/g) ?? [])) {
      const view = word === own || found.has(word) ? undefined : views.get(word);
      if (view === undefined) continue;
      visit(view, word);
      found.add(word);
    }
  };
  visit(text, undefined);
  return [...found];
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, '');
}

function headLine(text: string, word: string): string | undefined {
  return new RegExp(`^-- ${word}: *(.+?) *$`, 'm').exec(text)?.[1];
}

function listed(line: string | undefined): string[] {
  return line?.split(/, */) ?? [];
}

function parseNeed(said: string): RuleNeed {
  const match = /^([a-z_]+)(?:\[(-?\d+)\.\.(-?\d+)\])?$/.exec(said);
  if (!match?.[1]) throw new Error(`“${said}” does not name a table that a rule needs`);
  return { table: match[1], from: Number(match[2] ?? 0), to: Number(match[3] ?? 0) };
}
