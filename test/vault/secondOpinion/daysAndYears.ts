const dayInMilliseconds = 86_400_000;

/** Whole days from one day to another, both written as 2024-10-02; negative when the second is earlier. */
export function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / dayInMilliseconds;
}

/** The same day of a later year; 29 February gives 28 February where there is none. */
export function yearsLater(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4);
  return String(year).padStart(4, '0') + rest;
}

/** The first Wednesday of October of the school year that ends in `year`. */
export function censusDay(year: number): string {
  for (let day = 1; day <= 7; day += 1) {
    const text = `${year - 1}-10-0${day}`;
    if (new Date(text).getUTCDay() === 3) return text;
  }
  throw new RangeError(`October ${year - 1} has no Wednesday`);
}

export function yearStart(year: number): string {
  return `${year - 1}-07-01`;
}

export function yearEnd(year: number): string {
  return `${year}-06-30`;
}
