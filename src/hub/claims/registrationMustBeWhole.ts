import { hashText } from './registration.ts';

export type RegistrationState = { readonly whole: true } | { readonly whole: false; readonly why: string };

/**
 * Whether a registration is still what was registered: its text has the fingerprint kept beside it, and that is the
 * fingerprint the history's chain holds. Whoever changes a row must change both, and with the chain every later act.
 */
export function registrationMustBeWhole(
  kept: { readonly registration: string; readonly hash: string },
  hashInHistory: string | undefined,
): RegistrationState {
  if (hashText(kept.registration) !== kept.hash) {
    return { whole: false, why: 'Its text does not have the fingerprint that was kept with it.' };
  }
  if (hashInHistory === undefined) {
    return { whole: false, why: 'The history holds no line of its registration.' };
  }
  return hashInHistory === kept.hash
    ? { whole: true }
    : { whole: false, why: 'Its fingerprint is not the one in the history.' };
}
