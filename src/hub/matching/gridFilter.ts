import { measureById } from '../../measures/registry.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import type { GridCell } from './gridCell.ts';

/** What is shown of a district's grid; null shows all. */
export type GridFilter = {
  readonly area: FocusAreaId | 'other' | null;
  readonly group: GridCell['group'] | null;
  /** `called`: needs, strengths and mixed cells only. */
  readonly show: 'called' | 'all';
};

/** Reads a filter from the address; what is not known counts as not asked for. */
export function parseGridFilter(asked: (name: string) => string | undefined): GridFilter {
  const area = asked('area');
  return {
    area: area === 'other' ? 'other' : (focusAreas.find(({ id }) => id === area)?.id ?? null),
    group: findStudentGroup(asked('group') ?? '')?.code ?? null,
    show: asked('show') === 'all' ? 'all' : 'called',
  };
}

/** The cells that a filter lets through, in their order. */
export function filterCells(cells: readonly GridCell[], { area, group, show }: GridFilter): GridCell[] {
  return cells.filter((cell) => {
    const own = measureById(cell.measureId).focusArea;
    if (area !== null && (area === 'other' ? own !== null : own !== area)) return false;
    if (group !== null && cell.group !== group) return false;
    return show === 'all' || cell.status === 'strength' || cell.status === 'need' || cell.contradictory;
  });
}
