import type { RosterRecord } from './rosterRecord.ts';

/** Words by which districts' systems mark the state's id in `userIds` and in `metadata.` columns. */
const stateWords = new Set(
  `ssid cassid calpads calpadsid state stateid statestudentid statestudentidentifier statestudentnumber stateuniqueid
  statewidestudentidentifier statewideid sisstateid`.split(/\s+/),
);
const localWords = new Set(
  'local localid localstudentid sis sisid student studentid studentnumber'.split(' '),
);

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Whether a column that a district adds carries the state's id: `metadata.ssid`, `metadata.stateId`. */
export function isStateIdColumn(name: string): boolean {
  return /^metadata\./i.test(name) && stateWords.has(plain(name.slice(9)));
}

export type StudentIds = {
  readonly ssid: string | null;
  readonly localId: string;
  /** The column that gave the SSID, or would have. */
  readonly column: string;
};

/**
 * A student's two ids. The SSID stands in `userIds` under a state's word, in a `metadata.` column, or in `identifier`
 * when `identifiersAreSsids`: no two systems do the same. The local id is that of `userIds` under a local word, the
 * `identifier` where that is no SSID, else the sourcedId.
 */
export function rosterStudentIds({ id, fields }: RosterRecord, identifiersAreSsids: boolean): StudentIds {
  const ids = [...(fields.userIds ?? '').matchAll(/\{\s*([^:{}]+):([^{}]*)\}/g)].map(
    ([, word = '', value = '']) => [plain(word), value.trim()] as const,
  );
  const under = (words: ReadonlySet<string>) =>
    ids.find(([word, value]) => words.has(word) && value !== '')?.[1];
  const added = Object.keys(fields).find(isStateIdColumn);
  const { identifier } = fields;
  const fromIds = under(stateWords);
  const fromColumn = added === undefined ? undefined : fields[added];
  const fromIdentifier = identifiersAreSsids ? identifier : undefined;
  const column =
    fromIds !== undefined
      ? 'userIds'
      : fromColumn !== undefined
        ? (added ?? 'userIds')
        : fromIdentifier !== undefined
          ? 'identifier'
          : 'userIds';
  const ssid = fromIds ?? fromColumn ?? fromIdentifier ?? null;
  const localId = under(localWords) ?? (identifier !== undefined && identifier !== ssid ? identifier : id);
  return { ssid, localId, column };
}

/** Whether `identifier` is the SSID in this district's export: every student who has one has ten digits there. */
export function identifiersAreSsids(students: Iterable<RosterRecord>): boolean {
  let any = false;
  for (const { fields } of students) {
    if (fields.identifier === undefined) continue;
    if (!/^\d{10}$/.test(fields.identifier)) return false;
    any = true;
  }
  return any;
}
