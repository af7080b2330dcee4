import { WrongUse } from './readOptions.ts';

/** The school year that `--year` names, by the calendar year in which it ends; undefined when it was left out. */
export function schoolYearOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^(19|20|21)\d\d$/.test(text)) {
    throw new WrongUse(
      `--year takes the calendar year in which a school year ends, 2024 for 2023-24, not "${text}".`,
    );
  }
  return Number(text);
}
