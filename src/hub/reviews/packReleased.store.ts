import { measureById } from '../../measures/registry.ts';
import { formatValue } from '../../measures/formatValue.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { liveGrants } from '../agreement/standing.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { type SharedFigure, selectSharedFigures } from '../releases/sharedFigures.store.ts';
import { sightsOf } from '../releases/sights.ts';
import type { MemberView } from '../store/view.ts';

type Released = NonNullable<Pack['released']>;

/**
 * The figures that each district released and every other district of the partnership may see on the day: through a grant in
 * force, after its embargo. What only one side may see is not among them, whoever asks.
 */
export async function readReleased(
  view: MemberView,
  parties: readonly Party[],
  today: string,
): Promise<Released> {
  const agreements = await selectAgreements(view);
  const grants = new Map(
    agreements
      .flatMap((agreement) => liveGrants(agreement, today))
      .map(({ clause }) => [clause.id, clause] as const),
  );
  const seen = new Map<string, { readonly released: Released[number]; by: number }>();
  for (const viewer of parties) {
    const sights = sightsOf(agreements, viewer.cds, today).filter(({ limits }) => limits !== null);
    if (sights.length === 0) continue;
    for (const figure of await selectSharedFigures(view, sights, { measureId: null, today })) {
      const sight = sights.find(
        ({ cds, limits }) => cds === figure.cds && limits?.measures.includes(figure.measureId),
      );
      const clause = sight && grants.get(sight.grantId);
      if (!clause) continue;
      const released = releasedFigure(figure, clause);
      const key = JSON.stringify([released.cds, released.measure, released.schoolYear, released.text]);
      const known = seen.get(key);
      if (known) known.by += 1;
      else seen.set(key, { released, by: 1 });
    }
  }
  return [...seen.values()].filter(({ by }) => by === parties.length - 1).map(({ released }) => released);
}

function releasedFigure(
  figure: SharedFigure,
  grant: { readonly id: string; readonly publication: 'never' | 'with consent' },
): Released[number] {
  const { measureId, n, value, from, to, reason } = figure;
  const measure = measureById(measureId);
  const isShown = figure.seen === 'shown' && value !== null;
  const isCoded = figure.seen === 'coded';
  return {
    cds: figure.cds,
    measure: measureId,
    definition: figure.definitionHash,
    schoolYear: figure.schoolYear,
    grade: figure.grade,
    group: { code: figure.group, name: findStudentGroup(figure.group)?.name ?? figure.group },
    seen: isShown ? 'shown' : isCoded ? 'coded' : 'withheld',
    text: isShown
      ? formatValue(value, measure.unit, measure.decimals)
      : isCoded
        ? `${from ?? 0} to ${to ?? 100} %`
        : (reason ?? 'withheld'),
    n,
    value: isShown ? value : null,
    release: figure.releaseHash,
    grant: grant.id,
    publication: grant.publication,
  };
}
