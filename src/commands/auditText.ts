import type { AuditedCell } from './tableQuestion.ts';

const shown = 20;

/** The audited cells that an attacker comes closest to: exposed ones first, then the narrowest for what they ask. */
export function auditLines(audit: readonly AuditedCell[]): string[] {
  if (audit.length === 0) return ['No cell asks for protection.'];
  const exposed = audit.filter((one) => !one.protected).length;
  const ordered = [...audit].sort(
    (a, b) => Number(a.protected) - Number(b.protected) || tightness(a) - tightness(b),
  );
  const listed = ordered.slice(0, exposed > shown ? exposed : shown).slice(0, 200);
  const width = Math.max(4, ...listed.map(({ id }) => id.length));
  const figure = (value: number) =>
    (Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 3 }) : 'no limit').padStart(
      13,
    );
  const rows = listed.map(
    (one) =>
      `${one.id.padEnd(width)}${figure(one.value)}${figure(one.lower)}${figure(one.upper)}   ${
        one.protected ? `protected, ${ratio(one)}` : 'EXPOSED'
      }`,
  );
  const rest = audit.length - listed.length;
  return [
    `Audit: ${(audit.length - exposed).toLocaleString('en')} of ${audit.length.toLocaleString('en')} cells protected.`,
    `${'cell'.padEnd(width)}${'value'.padStart(13)}${'from'.padStart(13)}${'to'.padStart(13)}`,
    ...rows,
    ...(rest > 0 ? [`… and ${rest.toLocaleString('en')} more (--json)`] : []),
  ];
}

/** The width of the interval for what is asked. */
function tightness({ lower, upper, width }: AuditedCell): number {
  return width > 0 ? (upper - lower) / width : Number.POSITIVE_INFINITY;
}

function ratio(cell: AuditedCell): string {
  const times = tightness(cell);
  return Number.isFinite(times)
    ? `${times.toFixed(2)} times the width asked for`
    : 'nothing or no limit asked for';
}
