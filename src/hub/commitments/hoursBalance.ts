/** How an entry of shared hours stands: it counts once the district that did not enter it confirmed it. */
export type HoursState = 'waiting' | 'confirmed' | 'disputed' | 'withdrawn';

export type CountedHours = {
  readonly givesId: string;
  readonly receivesId: string;
  /** The one of the two that wrote it down. */
  readonly enteredId: string;
  readonly quarterHours: number;
  readonly state: HoursState;
};

/** Quarters of an hour: what a district gave and got and both confirmed, and what waits. */
export type HoursBalance = {
  readonly gave: number;
  readonly got: number;
  /** Entered by another: this district is asked to confirm. */
  readonly waitsForUs: number;
  /** Entered by this district: another is asked. */
  readonly waitsForThem: number;
  readonly disputed: number;
};

/** What one district gave the others and got from them. Informative: nobody owes anybody hours. */
export function hoursBalance(entries: readonly CountedHours[], districtId: string): HoursBalance {
  const own = entries.filter((one) => one.givesId === districtId || one.receivesId === districtId);
  const sum = (is: (one: CountedHours) => boolean) =>
    own.filter(is).reduce((total, { quarterHours }) => total + quarterHours, 0);
  return {
    gave: sum((one) => one.state === 'confirmed' && one.givesId === districtId),
    got: sum((one) => one.state === 'confirmed' && one.receivesId === districtId),
    waitsForUs: sum((one) => one.state === 'waiting' && one.enteredId !== districtId),
    waitsForThem: sum((one) => one.state === 'waiting' && one.enteredId === districtId),
    disputed: sum((one) => one.state === 'disputed'),
  };
}

/** `14 h`, `1.5 h`, `0.25 h` of quarters of an hour. */
export function hoursText(quarterHours: number): string {
  return `${quarterHours / 4} h`;
}

type Words = {
  /** `We`, or a district’s name. */
  readonly subject: string;
  readonly isOwn: boolean;
};

/** `We gave 14 h and got 9 h; 3 h wait for your confirmation.` */
export function balanceSentence(balance: HoursBalance, { subject, isOwn }: Words): string {
  const { gave, got, waitsForUs, waitsForThem, disputed } = balance;
  const more = [
    waitsForUs > 0 ? `${waits(waitsForUs)} for ${isOwn ? 'your confirmation' : `${subject} to confirm`}` : '',
    waitsForThem > 0 ? `${waits(waitsForThem)} for the partner to confirm` : '',
    disputed > 0 ? `${hoursText(disputed)} ${disputed === 4 ? 'is' : 'are'} disputed` : '',
  ].filter(Boolean);
  return `${subject} gave ${hoursText(gave)} and got ${hoursText(got)}${more.length > 0 ? `; ${more.join('; ')}` : ''}.`;
}

function waits(quarterHours: number): string {
  return `${hoursText(quarterHours)} ${quarterHours === 4 ? 'waits' : 'wait'}`;
}

/** The school year of a day, as the calendar year in which it ends: July begins the next. */
export function schoolYearOfDay(day: string): number {
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 7 ? 1 : 0);
}
