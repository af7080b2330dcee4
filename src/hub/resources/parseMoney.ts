/** Integer cents, or the sentence that says how to write the amount. */
export type ParsedMoney =
  | { readonly ok: true; readonly cents: number }
  | { readonly ok: false; readonly message: string };

const howTo = 'Write it like 1,234,567.89.';
/** A hundred billion dollars: more than any district's budget, and exact in integer cents. */
const mostCents = 10_000_000_000_000;

/**
 * Reads an amount of dollars as people and ledgers write it: `$1,234.50`, `1234.5`, `1.2 million`; below zero as `-12.00`, `(12.00)`,
 * `12.00-` or `12.00 CR`. What could mean two amounts (`1.234`, `12,5`) is refused.
 */
export function parseMoney(text: string): ParsedMoney {
  const written = text.replaceAll(/[\u00a0\u202f\s]+/g, ' ').trim();
  if (written === '') return refuse(`Give an amount. ${howTo}`);
  const quoted = `“${written.slice(0, 40)}”`;
  const { rest, isNegative } = withoutSign(written.replaceAll('\u2212', '-'));
  const million = /^\$? ?(\d{1,6}(?:\.\d{1,6})?) ?(?:million|m)$/i.exec(rest);
  const plain = /^\$? ?(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{0,2}))?$/.exec(rest);
  if (!million && !plain) {
    const isTwofold = /^\$? ?\d+[.,]\d+$/.test(rest) || /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(rest);
    return refuse(
      isTwofold ? `${quoted} could be two amounts. ${howTo}` : `${quoted} is not an amount. ${howTo}`,
    );
  }
  const [whole = '', fraction = ''] = million ? (million[1] ?? '').split('.') : [plain?.[1], plain?.[2]];
  if (whole === '' && fraction === '') return refuse(`${quoted} is not an amount. ${howTo}`);
  const scale = million ? 8 : 2;
  const cents = Number(`${whole.replaceAll(',', '') || '0'}${fraction.padEnd(scale, '0')}`);
  if (cents > mostCents) return refuse(`${quoted} is more than any district has: look at it again.`);
  return { ok: true, cents: isNegative && cents > 0 ? -cents : cents };
}

/** Reads an amount that a person promises or reports: above zero. */
export function parsePositiveMoney(text: string): ParsedMoney {
  const parsed = parseMoney(text);
  if (!parsed.ok || parsed.cents > 0) return parsed;
  return refuse(`Give an amount above zero. ${howTo}`);
}

function withoutSign(written: string): { readonly rest: string; readonly isNegative: boolean } {
  const wrapped = /^\$? ?\((.+)\)$/.exec(written)?.[1];
  if (wrapped !== undefined) return { rest: wrapped.trim(), isNegative: true };
  const credit = /^(.+?) ?(cr|dr)\.?$/i.exec(written);
  if (credit) return { rest: (credit[1] ?? '').trim(), isNegative: /cr/i.test(credit[2] ?? '') };
  const leading = /^(\$? ?)- ?(.+)$/.exec(written);
  if (leading) return { rest: `${leading[1]}${leading[2]}`.trim(), isNegative: true };
  const trailing = /^(.+?) ?-$/.exec(written);
  if (trailing) return { rest: (trailing[1] ?? '').trim(), isNegative: true };
  return { rest: written, isNegative: false };
}

function refuse(message: string): ParsedMoney {
  return { ok: false, message };
}
