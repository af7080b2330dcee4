import type { Breach } from '../intake/breach.ts';

/** What followed for a student followed from an incident; the standard lets an action stand alone. */
export function actionMustNameAnIncident(element: string): Breach {
  return {
    rule: 'actionMustNameAnIncident',
    severity: 'note',
    column: element,
    valueClass: 'missing',
    message: 'the action names no incident; one is made of its school and day',
    remedy: 'refer to the behaviour in the incident from which it followed',
  };
}
