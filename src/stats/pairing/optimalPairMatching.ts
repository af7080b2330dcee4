export type PairMatching = {
  readonly ok: true;
  /** For each treated unit its controls, nearest first. */
  readonly controls: readonly (readonly number[])[];
  /** Sum of all distances. */
  readonly total: number;
  /** The dual's value: no matching can have a smaller total, so the two agree but for rounding. */
  readonly bound: number;
};

export type PairMatchingRefusal = {
  readonly ok: false;
  readonly reason:
    | 'fewer controls than the treated units need'
    | 'too few pairs are allowed to match every treated unit';
};

/**
 * Gives each treated unit `ratio` controls of its own so that the sum of distances is smallest; no control serves two.
 * The optimal pair matching of P. R. Rosenbaum (1989), JASA 84, 1024-1032, by shortest augmenting paths (R. Jonker &
 * A. Volgenant 1987, Computing 38, 325-340): exact, with the dual prices as the proof. `distances` is treated x
 * controls; Infinity forbids a pair. Among equal totals the choice depends on the order of the units alone.
 *
 * Throws a RangeError on rows of unequal length, a distance that is negative or NaN and a ratio that is no positive
 * whole number.
 */
export function optimalPairMatching(
  distances: readonly ArrayLike<number>[],
  ratio = 1,
): PairMatching | PairMatchingRefusal {
  const controls = distances[0]?.length ?? 0;
  mustBeDistances(distances, controls, ratio);
  const places = distances.length * ratio;
  if (places > controls) return { ok: false, reason: 'fewer controls than the treated units need' };
  const at = (place: number, control: number) => distances[Math.floor(place / ratio)]?.[control] as number;
  const placeOf = new Int32Array(controls).fill(-1);
  const prices = { place: new Float64Array(places), control: new Float64Array(controls) };
  for (let place = 0; place < places; place++)
    if (!augment(place, at, placeOf, prices))
      return { ok: false, reason: 'too few pairs are allowed to match every treated unit' };
  const found = distances.map((): number[] => []);
  for (const [control, place] of placeOf.entries())
    if (place >= 0) found[Math.floor(place / ratio)]?.push(control);
  let total = 0;
  for (const [unit, own] of found.entries()) {
    own.sort((a, b) => at(unit * ratio, a) - at(unit * ratio, b) || a - b);
    for (const control of own) total += at(unit * ratio, control);
  }
  const bound =
    prices.place.reduce((sum, price) => sum + price, 0) +
    prices.control.reduce((sum, price) => sum + price, 0);
  return { ok: true, controls: found, total, bound };
}

type Prices = { readonly place: Float64Array; readonly control: Float64Array };

/**
 * Gives the place a control by the path of least reduced cost through places that hand theirs on; prices stay such that
 * no pair costs less than both its prices and every taken pair costs just that. False when every path is forbidden.
 */
function augment(
  first: number,
  at: (place: number, control: number) => number,
  placeOf: Int32Array,
  { place: placePrice, control: controlPrice }: Prices,
): boolean {
  const controls = placeOf.length;
  const least = new Float64Array(controls).fill(Infinity);
  const cameFrom = new Int32Array(controls).fill(-1);
  const done = new Uint8Array(controls);
  let place = first;
  let reached = 0;
  let last = -1;
  for (let end = -1; ; end = -1) {
    for (let control = 0; control < controls; control++) {
      if (done[control]) continue;
      const cost =
        reached + at(place, control) - (placePrice[place] as number) - (controlPrice[control] as number);
      if (cost < (least[control] as number)) {
        least[control] = cost;
        cameFrom[control] = last;
      }
      if (end < 0 || (least[control] as number) < (least[end] as number)) end = control;
    }
    if (end < 0 || least[end] === Infinity) return false;
    done[end] = 1;
    reached = least[end] as number;
    last = end;
    if (placeOf[end] === -1) break;
    place = placeOf[end] as number;
  }
  placePrice[first] = (placePrice[first] as number) + reached;
  for (let control = 0; control < controls; control++) {
    if (!done[control] || control === last) continue;
    const gain = reached - (least[control] as number);
    controlPrice[control] = (controlPrice[control] as number) - gain;
    placePrice[placeOf[control] as number] = (placePrice[placeOf[control] as number] as number) + gain;
  }
  for (let control = last; control !== -1; ) {
    const before = cameFrom[control] as number;
    placeOf[control] = before === -1 ? first : (placeOf[before] as number);
    control = before;
  }
  return true;
}

function mustBeDistances(distances: readonly ArrayLike<number>[], controls: number, ratio: number): void {
  if (!(Number.isInteger(ratio) && ratio > 0))
    throw new RangeError(`a unit is given a positive whole number of controls, not ${ratio}`);
  for (const row of distances) {
    if (row.length !== controls)
      throw new RangeError(`a unit has ${row.length} distances, the first has ${controls}`);
    for (let control = 0; control < controls; control++)
      if (!((row[control] as number) >= 0))
        throw new RangeError(`a distance is 0 or more, not ${row[control]}`);
  }
}
