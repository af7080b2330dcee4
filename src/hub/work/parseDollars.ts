/** An amount in cents, or the sentence that says how to write it. */
export type ParsedDollars =
  | { readonly ok: true; readonly cents: number }
  | { readonly ok: false; readonly message: string };

/** Reads an amount as 250000, 250,000 or $250,000.50; commas stand before three digits. */
export function parseDollars(text: string): ParsedDollars {
  const written = text.trim();
  const found = /^\$? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?$/.exec(written);
  const whole = Number(found?.[1]?.replaceAll(',', ''));
  const cents = whole * 100 + Number(found?.[2] ?? 0);
  if (!found || Number.isNaN(cents))
    return {
      ok: false,
      message: `“${written.slice(0, 40)}” is no amount. Write it like 250,000 or 1,200.50.`,
    };
  if (cents <= 0 || cents > 10_000_000_000_00)
    return { ok: false, message: 'Give an amount above zero and below ten billion dollars.' };
  return { ok: true, cents };
}
