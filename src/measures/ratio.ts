/** An exact number: numerator over a denominator above 0, not necessarily in lowest terms. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

/** Throws a RangeError when a part is no whole number or the denominator is not above 0. */
export function ratio(numerator: bigint | number, denominator: bigint | number): Ratio {
  const value = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  if (value.denominator <= 0n)
    throw new RangeError(`a ratio needs a denominator above 0, not ${denominator}`);
  return value;
}

export function subtractRatio(from: Ratio, what: Ratio): Ratio {
  return ratio(
    from.numerator * what.denominator - what.numerator * from.denominator,
    from.denominator * what.denominator,
  );
}
