import type { AuditedCell } from './tableQuestion.ts';

/** An audited cell as the contract lists it: JSON has no infinity, so null stands where nothing limits the cell. */
export function auditedReport({ id, value, lower, upper, protected: isProtected }: AuditedCell): object {
  return { id, value, lower, upper: Number.isFinite(upper) ? upper : null, protected: isProtected };
}
