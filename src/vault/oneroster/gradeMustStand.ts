import type { Breach } from '../intake/breach.ts';

/** An enrolled student has a grade of kindergarten to the twelfth. */
export function gradeMustStand(isLater: boolean, column: string): Breach {
  return {
    rule: 'gradeMustStand',
    severity: 'note',
    column,
    valueClass: isLater ? 'a grade after the twelfth' : 'blank',
    message: isLater
      ? 'the grade lies after the twelfth; no stay is kept'
      : 'neither the student nor the classes have a grade; the stay is kept as ungraded (UE)',
    remedy: isLater
      ? 'nothing, when these are adults'
      : 'fill grades where the student is kept, and export again',
  };
}
