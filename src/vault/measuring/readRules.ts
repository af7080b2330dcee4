import { readdirSync, readFileSync } from 'node:fs';
import { hashRule } from '../../measures/hashRule.ts';
import { parseRule, type Rule } from '../../measures/rule.ts';
import { parseStatements, type Statement } from '../../vocabulary/sqlStatements.ts';

/** A rule that can be run: its hash, and its statement after those of the views it names. */
export type RunnableRule = Rule & { readonly hash: string; readonly statement: Statement };

export type Rules = {
  readonly rules: readonly RunnableRule[];
  /** The shared views by name: their files' texts and their statements. */
  readonly viewTexts: ReadonlyMap<string, string>;
  readonly views: ReadonlyMap<string, Statement>;
};

const rulesFolder = new URL('../../measures/rules/', import.meta.url);
const viewsFolder = new URL('./', import.meta.url);

let read: Rules | undefined;

/** Every rule by which the vault measures, with the shared views, read once from their files. */
export function readRules(): Rules {
  read ??= readFiles();
  return read;
}

function readFiles(): Rules {
  const viewTexts = textsOf(viewsFolder);
  const views = new Map([...viewTexts].map(([name, text]) => [name, onlyStatement(text, name)]));
  const rules = [...textsOf(rulesFolder).values()].map((text) => {
    const rule = parseRule(text, viewTexts);
    return { ...rule, hash: hashRule(rule, viewTexts), statement: onlyStatement(text, rule.measure) };
  });
  return { rules, viewTexts, views };
}

/** The texts of a folder's `.sql` files that hold the one statement they are named after. */
function textsOf(folder: URL): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const texts = names
    .toSorted()
    .map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')] as const);
  return new Map(texts.filter(([name, text]) => text.startsWith(`-- name: ${name}\n`)));
}

function onlyStatement(text: string, name: string): Statement {
  const statement = parseStatements(text, `${name}.sql`).get(name);
  if (!statement) throw new Error(`${name}.sql must hold the statement ${name}`);
  return statement;
}
