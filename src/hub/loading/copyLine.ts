/** One row of PostgreSQL's COPY text format, with its line end. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = '';
  for (const value of values) line += `${line === '' ? '' : '\t'}${copyValue(value)}`;
  return `${line}\n`;
}

export function copyValue(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, escape) : value;
}

function escape(character: string): string {
  switch (character) {
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    default:
      return '\\\\';
  }
}
