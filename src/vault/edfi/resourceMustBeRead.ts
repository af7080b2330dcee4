import type { Breach } from '../intake/breach.ts';

/** Records of resources that no measure uses are left out, and counted. */
export function resourceMustBeRead(counts: ReadonlyMap<string, number>): Breach {
  const names = [...counts.keys()].sort();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return {
    rule: 'resourceMustBeRead',
    severity: 'note',
    column: null,
    valueClass: `${all} ${all === 1 ? 'record' : 'records'}`,
    message: `no measure of the vault uses ${names.slice(0, mostNamed).join(', ')}${more}; these are left out`,
    remedy: 'nothing is to be done',
  };
}

const mostNamed = 8;
