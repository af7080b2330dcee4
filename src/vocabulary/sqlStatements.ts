/** A statement of a `.sql` file: `text` with `$1`…, `parameters` their names in that order. */
export type Statement = {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
};

/**
 * Cuts a `.sql` file at `-- name: x` lines and turns `$names` into numbered parameters. Throws on a file
 * that begins with anything else, and on a name used twice.
 */
export function parseStatements(sql: string, file: string): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  const [before, ...parts] = sql.split(/^-- name: /m);
  if (before?.trim()) throw new Error(`${file}: text before the first "-- name:" line`);
  for (const part of parts) {
    const name = /^\w+/.exec(part)?.[0];
    if (!name) throw new Error(`${file}: a "-- name:" line without a name`);
    if (statements.has(name)) throw new Error(`${file}: two statements are named ${name}`);
    const parameters: string[] = [];
    const text = part
      .slice(name.length)
      .replace(/--.*$/gm, '')
      .replace(/(?<![\w$])\$([a-z]\w*)/gi, (_, parameter: string) => {
        if (!parameters.includes(parameter)) parameters.push(parameter);
        return `$${parameters.indexOf(parameter) + 1}`;
      })
      .trim()
      .replace(/;$/, '');
    statements.set(name, { name, text, parameters });
  }
  return statements;
}

/** The statements of a `.sql` file by the names that its store lists. Throws when the file and the list differ. */
export function listedStatements<const Name extends string>(
  sql: string,
  file: string,
  names: readonly Name[],
): Readonly<Record<Name, Statement>> {
  const statements = parseStatements(sql, file);
  const unlisted = [...statements.keys()].filter((name) => !(names as readonly string[]).includes(name));
  const missing = names.filter((name) => !statements.has(name));
  if (unlisted.length > 0 || missing.length > 0) {
    throw new Error(
      `${file}: missing [${missing.join(', ')}], not listed by its store [${unlisted.join(', ')}]`,
    );
  }
  return Object.fromEntries(statements) as Record<Name, Statement>;
}
