type Hours = {
  readonly givesId: string;
  readonly receivesId: string;
  readonly quarterHours: number;
  readonly state: string;
  readonly engagementId: string | null;
};
type Given = { readonly districtId: string; readonly valueCents: number | null };
type Rate = { readonly districtId: string; readonly centsPerHour: number | null };

/** What one district gave and got beside money. Values are its own account of what it gave; null is: not valued. */
export type Exchange = {
  readonly quarterHoursGiven: number;
  readonly quarterHoursReceived: number;
  readonly hoursCents: number | null;
  readonly gifts: number;
  readonly giftsCents: number;
  readonly giftsNotValued: number;
};

/** Only hours that both sides confirmed count. The rate is the giving district's own. */
export function exchangeOf(
  districtId: string,
  {
    hours,
    inKind,
    rates,
  }: { readonly hours: readonly Hours[]; readonly inKind: readonly Given[]; readonly rates: readonly Rate[] },
): Exchange {
  const confirmed = hours.filter(({ state }) => state === 'confirmed');
  const sum = (those: readonly Hours[]) => those.reduce((total, { quarterHours }) => total + quarterHours, 0);
  const given = sum(confirmed.filter(({ givesId }) => givesId === districtId));
  const rate = rates.find((one) => one.districtId === districtId)?.centsPerHour ?? null;
  const gifts = inKind.filter((one) => one.districtId === districtId);
  return {
    quarterHoursGiven: given,
    quarterHoursReceived: sum(confirmed.filter(({ receivesId }) => receivesId === districtId)),
    hoursCents: rate === null ? null : Math.round((rate * given) / 4),
    gifts: gifts.length,
    giftsCents: gifts.reduce((total, { valueCents }) => total + (valueCents ?? 0), 0),
    giftsNotValued: gifts.filter(({ valueCents }) => valueCents === null).length,
  };
}
