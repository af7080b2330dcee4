import type { IntakeLayout } from '../intake/layout.ts';
import { oneRosterFileRules } from './oneRosterFileRules.ts';
import { openRoster } from './openRoster.ts';
import type { HeldRoster, Manifest } from './rosterRecord.ts';
import { setMustComeWhole } from './setMustComeWhole.ts';

/** One file of a set that comes alone; a set is opened by `recogniseOneRoster`. */
export const layoutOneRoster: IntakeLayout = {
  id: 'oneroster',
  title: 'OneRoster 1.1 or 1.2 set (CSV, bulk or delta)',
  turn: 5,
  byEffectiveDate: ['student_info'],
  fileRules: oneRosterFileRules,
  recognise: (header) =>
    /^(userS|s)ourcedId,status,dateLastModified,/.test(header.join(',')) ||
    header.join(',') === 'propertyName,value'
      ? { known: false, breach: setMustComeWhole }
      : undefined,
  open: () => {
    throw new RangeError('A set of OneRoster is opened by its manifest.');
  },
};

/** The layout of a set: what its manifest says, and what the vault holds of an earlier one. */
export function layoutOfRoster(layout: IntakeLayout, manifest: Manifest, held: HeldRoster): IntakeLayout {
  return {
    ...layout,
    open: (_header, profile, sink, known) => openRoster(manifest, held, profile, sink, known),
  };
}
