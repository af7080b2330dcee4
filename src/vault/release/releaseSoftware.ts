import { readFileSync } from 'node:fs';

/** What makes releases, as their files name it: this Tandem and the solver that it is pinned to. */
export function releaseSoftware(): { readonly software: string; readonly solver: string } {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version, dependencies } = JSON.parse(text) as {
    version: string;
    dependencies: Readonly<Record<string, string>>;
  };
  return { software: `tandem ${version}`, solver: `HiGHS (highs ${dependencies.highs})` };
}
