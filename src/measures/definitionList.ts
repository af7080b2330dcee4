import type { MeasureDefinition } from '../vocabulary/measure.ts';
import { hashDefinition } from './hashDefinition.ts';

/** One line a measure, sorted by id: id, version and hash of its definition. */
export function definitionList(definitions: readonly MeasureDefinition[]): string {
  const lines = definitions.map((one) => `${one.id} ${one.version} ${hashDefinition(one)}`);
  return `${lines.sort().join('\n')}\n`;
}

/** The ids whose definition changed between two lists while the version stayed the same. */
export function changedWithoutVersion(before: string, now: string): string[] {
  const earlier = new Map(before.split('\n').map((line) => [line.replace(/ [^ ]*$/, ''), line]));
  return now
    .split('\n')
    .filter((line) => line !== '' && (earlier.get(line.replace(/ [^ ]*$/, '')) ?? line) !== line)
    .map((line) => line.slice(0, line.indexOf(' ')));
}
