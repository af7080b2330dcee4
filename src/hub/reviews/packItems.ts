import { hashPack } from '../../release/hashPack.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { benchmarkTitle, districtName } from './agenda.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';

/** One thing of a pack as it is compared: `says` is what a reader sees of it. */
export type PackItem = {
  readonly key: string;
  readonly section: string;
  readonly title: string;
  readonly says: string;
};

export type Difference = {
  readonly section: string;
  readonly title: string;
  /** Null: it was not there, or is not there any more. */
  readonly was: string | null;
  readonly is: string | null;
};

/** Everything in a pack that a reader would tell apart from another pack's. */
export function packItems(pack: Pack): PackItem[] {
  const item = (section: string, id: string, title: string, says: string): PackItem => ({
    key: `${section} ${id}`,
    section,
    title,
    says,
  });
  return [
    ...pack.benchmarks.flatMap((benchmark) =>
      benchmark.districts.map(({ cds, promise, newest, pace }) => {
        const target = promise?.targets.at(-1);
        const figure = !newest
          ? 'no figure'
          : newest.seen === 'shown'
            ? `${newest.text} in ${schoolYearName(newest.schoolYear)}`
            : `withheld in ${schoolYearName(newest.schoolYear)}`;
        const goal = target
          ? `target ${target.value} by ${schoolYearName(target.year)}, ${promise?.provenance}`
          : 'no target';
        return item(
          'Benchmarks',
          `${benchmark.id} ${cds}`,
          `${benchmarkTitle(pack, benchmark)}, ${districtName(pack, cds)}`,
          `${figure}; ${goal}; ${pace?.status ?? 'no pace'}`,
        );
      }),
    ),
    ...(pack.engagements ?? []).map(({ id, title, state, outcome, parties }) =>
      item(
        'Work',
        id,
        title,
        [
          state,
          outcome,
          ...parties.map(({ cds, owner }) => `${districtName(pack, cds)}: ${owner ?? 'nobody'}`),
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ),
    ...(pack.commitments ?? []).map(({ id, cds, what, due, status, isOverdue, owner }) =>
      item(
        'Commitments',
        id,
        `${districtName(pack, cds)}: ${what}`,
        `${isOverdue ? 'overdue' : status}, due ${formatDate(due)}, ${owner}`,
      ),
    ),
    ...(pack.contacts ?? []).map(({ id, kind, title, heldOn, decisions }) =>
      item('Contacts', id, title, [`${kind} on ${formatDate(heldOn)}`, ...decisions].join('; ')),
    ),
    ...(pack.cycles ?? []).map(({ id, title, state, outcome }) =>
      item('Cycles', id, title, outcome ?? state),
    ),
    ...(pack.flexibilities ?? []).map(({ id, rule, state, conditions }) =>
      item(
        'Resources',
        id,
        rule,
        [state, ...conditions.map(({ words, status }) => `${words}: ${status}`)].join('; '),
      ),
    ),
    ...pack.needs.map(({ id, cds, wording, owner }) =>
      item('Needs', id, `${districtName(pack, cds)}: ${wording}`, `owned by ${owner}`),
    ),
    ...pack.agreements.map(({ id, title, version, validUntil }) =>
      item('Agreements', id, title, `version ${version}, until ${formatDate(validUntil)}`),
    ),
    ...pack.claims.map(({ id, question, says }) => item('Claims', id, question, says ?? 'not run yet')),
    ...(pack.released ?? []).map(({ cds, measure, schoolYear, text }) =>
      item(
        'Released figures',
        `${cds} ${measure} ${schoolYear}`,
        `${districtName(pack, cds)}, ${pack.definitions.find((one) => one.measure === measure)?.shortName ?? measure}, ${schoolYearName(schoolYear)}`,
        text,
      ),
    ),
    ...(pack.decisions ?? []).map(({ about, pack: of, choice, standing }, i) =>
      item('Decisions', `${of} ${about} ${i}`, about, `${inSentence(choice)}: ${standing}`),
    ),
    ...pack.statements.map(({ part, heading, words }, i) =>
      item('Statements', `${part} ${i}`, heading || part, words),
    ),
  ];
}

/** What a later pack says differently from an earlier one. */
export function packDifferences(before: Pack, after: Pack): Difference[] {
  const was = new Map(packItems(before).map((one) => [one.key, one]));
  const is = packItems(after);
  const here = new Set(is.map(({ key }) => key));
  return [
    ...is.flatMap(({ key, section, title, says }) => {
      const then = was.get(key);
      return then?.says === says ? [] : [{ section, title, was: then?.says ?? null, is: says }];
    }),
    ...[...was.values()]
      .filter(({ key }) => !here.has(key))
      .map(({ section, title, says }) => ({ section, title, was: says, is: null })),
  ];
}

/** What a person looked at, small enough for a form: the keys of a draft's items with what each said, hashed. */
export function packFingerprint(pack: Pack): string {
  return JSON.stringify(Object.fromEntries(lookedAt(pack).map(({ key, says }) => [key, shortHash(says)])));
}

/** The agenda belongs to one review: it is looked at, and not compared with another review's. */
function lookedAt(pack: Pack): PackItem[] {
  const agenda = pack.agenda.map(({ kind, words, from }) => ({
    key: `Agenda ${kind} ${words}`,
    section: 'Agenda',
    title: words,
    says: from ?? kind,
  }));
  return [...packItems(pack), ...agenda];
}

/** What is not as the fingerprint says; a fingerprint that cannot be read says nothing. */
export function changedSince(fingerprint: string, pack: Pack): Difference[] {
  const looked = readFingerprint(fingerprint);
  if (!looked) return [];
  const items = lookedAt(pack);
  const here = new Set(items.map(({ key }) => key));
  const gone = Object.keys(looked).filter((key) => !here.has(key));
  return [
    ...items
      .filter(({ key, says }) => looked[key] !== shortHash(says))
      .map(({ key, section, title, says }) => ({
        section,
        title,
        was: looked[key] === undefined ? null : 'as you saw it',
        is: says,
      })),
    ...gone.map((key) => ({
      section: key.split(' ')[0] ?? '',
      title: 'Something that stood there',
      was: 'as you saw it',
      is: null,
    })),
  ];
}

function shortHash(text: string): string {
  return hashPack(text).slice(0, 12);
}

function readFingerprint(text: string): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (read === null || typeof read !== 'object' || Array.isArray(read)) return undefined;
    return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]));
  } catch {
    return undefined;
  }
}
