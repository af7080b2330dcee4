/** A figure from outside beside Tandem's. */
export type Digits = { readonly what: string; readonly outside: number; readonly tandem: number };

export type DigitTable = {
  readonly title: string;
  /** Package and version, or what else the outside figures come from. */
  readonly from: string;
  /** What gives Tandem's figures again. */
  readonly command: string;
  readonly rows: readonly Digits[];
};

/** The table as markdown: 15 digits of each, and how far they lie apart. */
export function digitMarkdown({ title, from, command, rows }: DigitTable): string {
  const lines = rows.map(
    ({ what, outside, tandem }) =>
      `| ${what} | ${digits(outside)} | ${digits(tandem)} | ${apart(outside, tandem)} |`,
  );
  return [
    `### ${title}`,
    '',
    `Outside: ${from}. Tandem: \`${command}\``,
    '',
    '| | outside | Tandem | apart |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

/** The row of a set of figures of which only the largest distance is told. */
export function largestApart(
  what: string,
  pairs: readonly (readonly [outside: number, tandem: number])[],
): Digits {
  const [outside, tandem] = pairs.reduce((most, pair) => (distance(pair) > distance(most) ? pair : most));
  return { what: `${what}: the farthest apart of ${pairs.length}`, outside, tandem };
}

function distance([outside, tandem]: readonly [number, number]): number {
  return Math.abs(outside - tandem);
}

function digits(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15))).replace('-', '−');
}

function apart(outside: number, tandem: number): string {
  const far = Math.abs(outside - tandem);
  if (Number.isNaN(far)) return 'no number';
  return far === 0
    ? '0'
    : far
        .toExponential(0)
        .replace('e-', ' × 10⁻')
        .replace(/⁻(\d+)$/, (_, power: string) => `⁻${raised(power)}`);
}

function raised(power: string): string {
  return [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
