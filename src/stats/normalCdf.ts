const middle = {
  over: [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745],
  under: [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};
const shoulder = {
  over: [
    0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
    6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
  ],
  under: [
    22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};
const tail = {
  over: [
    0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5, 0.023073441764940174,
  ],
  under: [
    1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
  ],
};

/**
 * The share of a standard normal distribution at or below `z`, between 0 and 1. Rational approximations of
 * W. J. Cody (1969), "Rational Chebyshev approximations for the error function", as R's `pnorm` uses them:
 * relative error below 1e-14 down to z = -37, where the share leaves the range of a number. NaN gives NaN.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + z * ratio(middle.over, middle.under, z * z);
  const outside = size <= Math.sqrt(32) ? shoulderShare(size) : tailShare(size);
  return z > 0 ? 1 - outside : outside;
}

function shoulderShare(size: number): number {
  return bell(size) * ratio(shoulder.over, shoulder.under, size);
}

function tailShare(size: number): number {
  const inverse = 1 / (size * size);
  const correction = inverse * ratio(tail.over, tail.under, inverse);
  return (bell(size) * (1 / Math.sqrt(2 * Math.PI) - correction)) / size;
}

/** exp(-z^2 / 2), with z cut at a sixteenth so that the large exponent loses no digits. */
function bell(size: number): number {
  if (!Number.isFinite(size)) return 0;
  const cut = Math.trunc(size * 16) / 16;
  return Math.exp(-cut * cut * 0.5) * Math.exp(-(size - cut) * (size + cut) * 0.5);
}

/** Cody's order of the coefficients: the last one of `over` belongs to the highest power. */
function ratio(over: readonly number[], under: readonly number[], x: number): number {
  const degree = under.length;
  let top = (over[degree] as number) * x;
  let bottom = x;
  for (let i = 0; i < degree - 1; i++) {
    top = (top + (over[i] as number)) * x;
    bottom = (bottom + (under[i] as number)) * x;
  }
  return (top + (over[degree - 1] as number)) / (bottom + (under[degree - 1] as number));
}
