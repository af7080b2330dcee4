/** The room a file under src stands in: its first folder; `main` for src/main.ts, undefined for anything else. */
export function roomOf(path: string): string | undefined {
  if (path === 'src/main.ts') return 'main';
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}
