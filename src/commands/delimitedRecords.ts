import Papa from 'papaparse';
import type { Finding } from '../vocabulary/finding.ts';

export type DelimitedRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * Cuts delimited text (comma, tab, semicolon or bar; quotes; any line end) into its header and records, each with
 * the line it begins on. Empty lines are skipped; a broken quotation is a finding. A refusal is one sentence.
 * The delimiter is found in the text unless it is given.
 */
export function delimitedRecords(
  text: string,
  file: string,
  delimiter = '',
):
  | {
      readonly header: readonly string[];
      readonly records: readonly DelimitedRecord[];
      readonly findings: readonly Finding[];
    }
  | { readonly refusal: string } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: false });
  const records: DelimitedRecord[] = [];
  const lineOf: number[] = [];
  let line = 1;
  for (const fields of parsed.data) {
    lineOf.push(line);
    if (fields.some((field) => field.trim() !== '')) records.push({ line, fields });
    line += 1 + fields.reduce((breaks, field) => breaks + field.split(/\r\n|\r|\n/).length - 1, 0);
  }
  const [header, ...rest] = records;
  if (!header) return { refusal: 'the file is empty' };
  const findings = parsed.errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => brokenQuotation(file, lineOf[error.row ?? 0] ?? 1));
  return { header: header.fields, records: rest, findings };
}

function brokenQuotation(file: string, line: number): Finding {
  return {
    severity: 'error',
    rule: 'quotationMustBeClosed',
    file,
    line,
    column: null,
    message: 'a quotation mark in this row has no partner or stands inside a field',
    remedy: 'double it inside a quoted field, or remove it',
  };
}
