import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { type RunnableRule, readRules } from './readRules.ts';

/** The rule of a measure, or undefined when it is not measured from student rows. */
export function findRule(measure: string): RunnableRule | undefined {
  return readRules().rules.find((rule) => rule.measure === measure);
}

/** A rule with its definition in words, its SQL, every shared view it names and both hashes: what a reader checks. */
export function ruleText(rule: RunnableRule): string {
  const definition = measureById(rule.measure);
  const { viewTexts } = readRules();
  const words = Object.entries(definition)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.join(', ') : value}`);
  return [
    `${definition.name}`,
    `definition hash ${hashDefinition(definition)}`,
    `rule hash       ${rule.hash}`,
    '',
    'DEFINITION',
    ...words,
    '',
    'RULE (DuckDB SQL)',
    rule.text.trimEnd(),
    '',
    ...rule.views.map((name) => `SHARED VIEW ${name}\n${viewTexts.get(name)?.trimEnd()}\n`),
  ].join('\n');
}
