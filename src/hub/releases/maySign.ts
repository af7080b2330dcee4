type Standing = {
  readonly holderId: string | null;
  readonly letAt: Date | null;
  readonly removedAt: Date | null;
  readonly isHolderHere: boolean;
};

/**
 * Whether a signature by this key counts: its owner registered it and is still of the district, another person let it, and
 * nobody took it off.
 */
export function maySign({ holderId, letAt, removedAt, isHolderHere }: Standing): boolean {
  return holderId !== null && isHolderHere && letAt !== null && removedAt === null;
}
