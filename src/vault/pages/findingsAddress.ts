import type { FindingsWanted } from './findings.store.ts';

/** Reads which findings an address asks for; what is none is all. */
export function readFindingsWanted(query: (name: string) => string | undefined): FindingsWanted {
  const file = query('file') ?? '';
  const severity = query('severity') ?? '';
  return {
    file: /^[1-9]\d{0,8}$/.test(file) ? Number(file) : 0,
    severity: severity === 'error' || severity === 'note' ? severity : '',
    rule: (query('rule') ?? '').slice(0, 200),
  };
}

/** The address of findings: as a page, or as the file at `path`. */
export function findingsAddress(
  { file, severity, rule, page }: FindingsWanted & { readonly page?: number },
  path = '/findings',
): string {
  const query = new URLSearchParams({
    ...(file > 0 ? { file: String(file) } : {}),
    ...(severity === '' ? {} : { severity }),
    ...(rule === '' ? {} : { rule }),
    ...(page === undefined || page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query === '' ? path : `${path}?${query}`;
}
