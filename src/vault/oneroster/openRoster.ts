import { type SchoolYear, schoolYear } from '../../vocabulary/schoolYear.ts';
import { valueMustStand } from '../calpads/valueMustStand.ts';
import type { Breach } from '../intake/breach.ts';
import type { IntakeKnowledge, IntakeSink, RowReader } from '../intake/layout.ts';
import { cellsMustFitTheHeader } from './cellsMustFitTheHeader.ts';
import { dateLastModifiedMustStand, parseModified } from './dateLastModifiedMustStand.ts';
import { type RosterFile, rosterFields, rosterFiles } from './oneRosterFiles.ts';
import { recordMustNotBeOlder } from './recordMustNotBeOlder.ts';
import { referencesMustHold } from './referencesMustHold.ts';
import { rosterFilesMustBeRead } from './rosterFilesMustBeRead.ts';
import type { HeldRoster, Manifest, Roster, RosterRecord } from './rosterRecord.ts';
import { sourcedIdMustStand } from './sourcedIdMustStand.ts';
import { sourcedIdMustStandOnce } from './sourcedIdMustStandOnce.ts';
import { statusMustBeKnown } from './statusMustBeKnown.ts';
import { columnsOfWords, wordMustBeOfTheStandard } from './wordMustBeOfTheStandard.ts';
import { writeRoster } from './writeRoster.ts';

/**
 * Reads a set over what the vault holds: a whole file (bulk) takes the place of all that was held of it, changes (delta)
 * of the records that they name, the later dateLastModified before the earlier; of an absent file the records stay. Facts
 * are then written of the roster as a whole, so that a set of changes takes the place of the set before it.
 */
export function openRoster(
  { version, modes, others, strangers }: Manifest,
  held: HeldRoster,
  profile: string,
  sink: IntakeSink,
  known: IntakeKnowledge,
): RowReader {
  const roster = Object.fromEntries(rosterFiles.map((file) => [file, new Map()])) as unknown as Roster;
  for (const { file, ...record } of held) if (modes[file] !== 'bulk') roster[file].set(record.id, record);
  let year: SchoolYear | null = null;

  const judge = (file: RosterFile, record: RosterRecord, breach: (one: Breach) => void): void => {
    const fields = rosterFields[version][file] ?? {};
    for (const [name, need] of Object.entries(fields))
      if (need === 'must' && record.fields[name] === undefined)
        breach(valueMustStand(`${file}.csv ${name}`, 'value that OneRoster requires'));
    for (const [, name = ''] of columnsOfWords.map((one) => one.split(' ')).filter(([own]) => own === file)) {
      const word = record.fields[name];
      const wrong = word === undefined ? undefined : wordMustBeOfTheStandard(file, name, word);
      if (wrong) breach(wrong);
    }
  };

  return {
    profile,
    read: ([name = '', columns = '', own = '', trouble = ''], line) => {
      const file = name as RosterFile;
      const shown = Number(own);
      const breach = (one: Breach): void => sink.breach(one, shown);
      if (trouble !== '') {
        const [has = '', width = ''] = trouble.split(' ');
        return breach(cellsMustFitTheHeader(file, has, width));
      }
      const { sourcedId, status, dateLastModified, ...fields } = JSON.parse(columns) as Record<
        string,
        string
      >;
      if (sourcedId === undefined) return breach(sourcedIdMustStand(`${file}.csv sourcedId`));
      const isDelta = modes[file] === 'delta';
      const said = statusMustBeKnown(status, isDelta, `${file}.csv status`);
      if (said.breach) breach(said.breach);
      const modified = parseModified(dateLastModified) ?? null;
      if (isDelta && modified === null)
        return breach(dateLastModifiedMustStand(dateLastModified, `${file}.csv dateLastModified`));
      const { active } = said;
      const record = {
        id: sourcedId,
        active,
        modified,
        fields: active ? fields : {},
        shown,
        line,
        saidIn: null,
      };
      if (active) judge(file, record, breach);
      const before = roster[file].get(sourcedId);
      if (before?.saidIn === null) breach(sourcedIdMustStandOnce(`${file}.csv sourcedId`, isDelta));
      if (before?.modified && modified !== null && before.modified > modified) {
        if (before.saidIn !== null) breach(recordMustNotBeOlder(`${file}.csv dateLastModified`));
        return;
      }
      roster[file].set(sourcedId, record);
    },
    end: () => {
      if (others.length + strangers > 0) sink.breach(rosterFilesMustBeRead(others, strangers), null);
      referencesMustHold(roster, version, (breach, shown) => sink.breach(breach, shown));
      const own = writeRoster(roster, version, sink, known);
      year = own === undefined ? null : schoolYear(own);
      for (const file of rosterFiles) {
        for (const { id, active, modified, fields, line, saidIn } of roster[file].values()) {
          const row = {
            file,
            sourced_id: id,
            active,
            modified,
            fields: JSON.stringify(fields),
            said_in: saidIn,
          };
          sink.fact('oneroster_record', row, line);
        }
      }
    },
    year: () => year,
    scope: () => 'oneroster',
  };
}
