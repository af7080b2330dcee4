import type { Html } from '../../page/html.ts';
import { subNavigation } from '../../page/subNavigation.ts';

const parts = [
  { id: 'grid', label: 'Needs and strengths', path: '' },
  { id: 'needs', label: 'Needs', path: '/needs' },
  { id: 'capacity', label: 'Capacity', path: '/capacity' },
  { id: 'proposals', label: 'Proposals', path: '/proposals' },
] as const;

/** The parts of “Who can help”. */
export function matchingParts(home: string, current: (typeof parts)[number]['id']): Html {
  return subNavigation(
    'Who can help',
    parts.map(({ id, label, path }) => ({
      label,
      href: `${home}/matching${path}`,
      current: id === current,
    })),
  );
}
