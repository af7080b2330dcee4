/**
 * Tandem's estimates beside those of R, digit by digit, as markdown: the tables of docs/estimates.md. The outside
 * figures are looked for in ../shared/reference. Usage: node launch.mjs bench/digits.ts
 */
import { skipWithoutBlockPanels } from '../test/blockPanels.ts';
import { skipWithoutProp99 } from '../test/prop99.ts';
import { digitMarkdown } from './digitTable.ts';
import { groupTimeDigits } from './groupTimeDigits.ts';
import { matchingDigits } from './matchingDigits.ts';
import { panelDigits } from './panelDigits.ts';
import { shrinkageDigits } from './shrinkageDigits.ts';

if (skipWithoutProp99 || skipWithoutBlockPanels) {
  console.error(skipWithoutProp99 || skipWithoutBlockPanels);
  process.exit(1);
}
const tables = [...panelDigits(), ...groupTimeDigits(), ...shrinkageDigits(), ...matchingDigits()];
console.log(tables.map(digitMarkdown).join('\n'));
