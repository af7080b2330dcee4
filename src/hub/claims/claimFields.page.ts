import { callout } from '../../page/callout.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { ClaimSubject, FieldErrors } from './claimDraft.ts';
import type { KeptClaim } from './claims.store.ts';
import { panelMethods } from './claimTerms.ts';
import { methodMeans, methodNames, unitOfChange } from './claimWords.ts';
import { yearList } from './panelProblemSentence.ts';
import type { LoadedYears } from './readLoadedYears.store.ts';

type Fields = {
  readonly subject: ClaimSubject;
  readonly parties: readonly Party[];
  readonly loaded: LoadedYears;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** The school year that is under way. */
  readonly thisYear: number;
};

/** What the fields hold before anybody writes: the corrected claim's terms, or the usual choices. */
export function standingFields({
  parties,
  loaded,
  replaced,
}: Pick<Fields, 'parties' | 'loaded'> & { readonly replaced: KeptClaim | undefined }): Record<
  string,
  string
> {
  const old = replaced?.registration;
  const treated = old?.treated.map(({ cds }) => cds) ?? parties.map(({ cds }) => cds as string);
  const boxes = parties.flatMap(({ cds, position }) =>
    treated.includes(cds) ? [[`treated-${position}`, cds as string] as const] : [],
  );
  const common = { ...Object.fromEntries(boxes), method: old?.method ?? 'sdid' };
  if (!old) {
    const [first, last] = [loaded.years[0], loaded.years.at(-1)];
    return {
      ...common,
      donors: 'similar',
      ...(first && last ? { firstYear: String(first), lastYear: String(last) } : {}),
    };
  }
  return {
    ...common,
    question: old.question,
    evidence: old.evidence,
    firstYear: String(old.years.first),
    firstTreatedYear: String(old.years.firstTreated),
    lastYear: String(old.years.last),
    donors: old.donors.kind,
    smallest: old.smallestThatMatters,
    ...(old.donors.kind === 'students' ? { least: String(old.donors.least) } : {}),
    ...(old.donors.unifiedOnly ? { unifiedOnly: 'yes' } : {}),
  };
}

/** The second step of the form: everything that is fixed beforehand. */
export function claimFields(fields: Fields): Content {
  const { subject, parties, loaded, written, errors, thisYear } = fields;
  const field = (name: string) => ({ id: name, name, error: errors.get(name), value: written[name] });
  const first = Math.min(loaded.years[0] ?? thisYear - 10, thisYear - 10);
  const years = Array.from({ length: thisYear + 6 - first }, (_, i) => first + i).map((year) => ({
    value: String(year),
    label: schoolYearName(year),
  }));
  const outcome = { measureId: subject.measure.id, group: subject.group.code, taken: subject.taken };
  return html`${textArea({
    ...field('question'),
    label: 'The question, in your own words',
    hint: 'As a board member would ask it: “Did mathematics move faster once we worked together?”',
    rows: 2,
  })}${checkboxGroup({
    id: 'treated',
    name: 'treated',
    label: 'Which districts is it about?',
    error: errors.get('treated'),
    choices: parties.map(({ cds, position, name }) => ({
      name: `treated-${position}`,
      value: cds,
      label: name,
    })),
    values: parties
      .filter(({ cds, position }) => written[`treated-${position}`] === cds)
      .map(({ cds }) => cds),
  })}${loadedCallout(loaded)}<div class="field-row">${selectField({
    ...field('firstYear'),
    label: 'First year looked at',
    options: years,
  })}${selectField({
    ...field('firstTreatedYear'),
    label: 'First year that can show a change',
    options: years,
  })}${selectField({
    ...field('lastYear'),
    label: 'Last year looked at',
    options: years,
  })}</div>${radioGroup({
    ...field('donors'),
    label: 'Which districts are compared with?',
    hint: 'By a rule, never by hand, and never by their results.',
    choices: [
      {
        value: 'similar',
        label: 'Those that serve like students',
        hint: 'Inside the caliper of any of our districts.',
      },
      {
        value: 'students',
        label: 'Those that are large enough',
        hint: 'At least the number of students below, behind the outcome, in every year before the start.',
      },
    ],
  })}${textField({
    ...field('least'),
    label: 'At least so many students',
    type: 'number',
    optional: true,
    hint: 'Only for the second rule.',
    unit: 'students',
  })}${checkboxGroup({
    id: 'unifiedOnly',
    name: 'unifiedOnly',
    label: 'And of these',
    choices: [{ value: 'yes', label: 'Unified districts only, by their names' }],
    values: written.unifiedOnly === 'yes' ? ['yes'] : [],
  })}${radioGroup({
    ...field('method'),
    label: 'By which method?',
    hint: 'All three are always worked out and shown. Only the one chosen here says something; the others can only take away.',
    choices: panelMethods.map((method) => ({
      value: method,
      label: methodNames[method],
      hint: methodMeans[method],
    })),
  })}${textField({
    ...field('smallest'),
    label: 'The smallest change that would matter',
    hint: 'Decided before looking. Without it nobody can ever say that there was none.',
    type: 'number',
    unit: unitOfChange(outcome),
  })}${textArea({
    ...field('evidence'),
    label: 'What would count as evidence, in your own words',
    hint: 'What would you have to see, to say that it sped up? And what, to say that it did not?',
    rows: 3,
  })}${callout({
    kind: 'info',
    title: 'A claim is never edited.',
    body: 'Its words, its terms and the time are sealed with a fingerprint. A correction is a new claim that names this one.',
  })}`;
}

/** Which years are there to choose from, district by district. */
function loadedCallout({ districts, years }: LoadedYears): Content {
  if (years.length === 0) {
    return callout({
      kind: 'info',
      title: 'None of this outcome is loaded yet.',
      body: 'That is the best time to register a claim: before anybody can look.',
    });
  }
  const each = districts.map(({ shortName, years: own }) => {
    const [from, to] = [own[0], own.at(-1)];
    if (from === undefined || to === undefined) return `${shortName}: none`;
    const holes = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
      (year) => !own.includes(year),
    );
    const but = holes.length > 0 ? `, but not ${yearList(holes)}` : '';
    return `${shortName}: ${schoolYearName(from)} to ${schoolYearName(to)}${but}`;
  });
  return callout({
    kind: 'info',
    title: 'Loaded of this outcome',
    body: `${each.join('. ')}. Years after the start that are loaded already mark the claim as registered after the data was seen.`,
  });
}
