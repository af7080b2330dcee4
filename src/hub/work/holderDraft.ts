import { parseEmailAddress } from '../people/emailAddress.ts';
import type { Holder } from './engagement.ts';
import { readLine } from './formFields.ts';

/** What a form sends for somebody who is no member. */
export const outsideHolder = 'outside';

type Form = Readonly<Record<string, string>>;

/**
 * Reads who holds something: one of a district's members under `field`, or a name and a mail address under `fieldName` and
 * `fieldEmail`. Undefined with a sentence at the field that is not right.
 */
export function readHolder(
  form: Form,
  field: string,
  members: readonly Holder[],
  errors: Map<string, string>,
): Holder | undefined {
  const picked = form[field] ?? '';
  if (picked !== outsideHolder) {
    const member = members.find(({ personId }) => personId !== null && personId === picked);
    if (!member) errors.set(field, 'Choose a person of your district, or somebody without an account below.');
    return member;
  }
  const name = readLine(form, `${field}Name`, errors, 'Give the person’s name.');
  const email = parseEmailAddress(form[`${field}Email`] ?? '');
  if (!email) errors.set(`${field}Email`, 'Give a mail address such as name@district.org.');
  return name && email ? { personId: null, name, email } : undefined;
}

/** Reads owner and deputy: two people, so that the work survives the change of one. */
export function readHolders(
  form: Form,
  members: readonly Holder[],
  errors: Map<string, string>,
): { readonly owner: Holder; readonly deputy: Holder } | undefined {
  const owner = readHolder(form, 'owner', members, errors);
  const deputy = readHolder(form, 'deputy', members, errors);
  if (owner && deputy && owner.email === deputy.email)
    errors.set('deputy', 'Name somebody else as deputy: one person alone is how work gets lost.');
  return owner && deputy && !errors.has('deputy') ? { owner, deputy } : undefined;
}
