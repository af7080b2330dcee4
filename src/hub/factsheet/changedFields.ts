import { canonicalJson } from '../../vocabulary/canonicalJson.ts';

export type ChangedField = { readonly field: string; readonly says: string; readonly should: string };

/** Where two values of JSON differ, by the path to each place; `nothing` where only one has it. At most `most`. */
export function changedFields(says: unknown, should: unknown, most = 10, path = ''): ChangedField[] {
  if (canonicalText(says) === canonicalText(should)) return [];
  if (!isObject(says) || !isObject(should) || Array.isArray(says) !== Array.isArray(should)) {
    return [{ field: path || 'its whole', says: shortText(says), should: shortText(should) }];
  }
  const keys = [...new Set([...Object.keys(says), ...Object.keys(should)])];
  const found: ChangedField[] = [];
  for (const key of keys) {
    if (found.length >= most) break;
    const inner = path ? `${path}.${key}` : key;
    found.push(...changedFields(says[key], should[key], most - found.length, inner));
  }
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

function canonicalText(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

function shortText(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
