const dayInMilliseconds = 86_400_000;

/** Days since 1970-01-01 of a day written as 2024-10-02. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayInMilliseconds;
}

export function dayText(number: number): string {
  return new Date(number * dayInMilliseconds).toISOString().slice(0, 10);
}

export function daysAfter(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** The day of the school year y that lies `days` after 14 August y-1, the first day of school. */
export function schoolDay(year: number, days: number): string {
  return daysAfter(`${year - 1}-08-14`, days);
}

/** The last day of school of the year y. */
export function lastSchoolDay(year: number): string {
  return `${year}-06-07`;
}

/** The school year of a day, by the year in which it ends: from 1 July on it is the next one. */
export function schoolYearOfDay(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= '07-01' ? 1 : 0);
}
