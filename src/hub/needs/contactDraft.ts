import { parseEmailAddress } from '../people/emailAddress.ts';

/** Whom a mail goes to: a member of the partnership, or somebody of the district with a mail address. */
export type Contact =
  | { readonly kind: 'member'; readonly personId: string }
  | { readonly kind: 'outside'; readonly name: string; readonly email: string };

/** What a form sends for somebody who is no member. */
export const outsideChoice = 'outside';

/** What would begin a new line of the mail that a name stands in. */
const lineBreaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * Reads a person picked from the district's members, or a name and a mail address. Puts a sentence at the field that is not right;
 * undefined then.
 */
export function readContact(
  form: Readonly<Record<string, string>>,
  memberIds: readonly string[],
  errors: Map<string, string>,
): Contact | undefined {
  const picked = form.person ?? '';
  if (picked !== outsideChoice) {
    const personId = memberIds.find((id) => id === picked);
    if (personId) return { kind: 'member', personId };
    errors.set('person', 'Choose a person of the district, or somebody else, with name and mail address.');
    return undefined;
  }
  const name = form.personName?.trim() ?? '';
  const email = parseEmailAddress(form.personEmail ?? '');
  if (!name) errors.set('personName', 'Give the person’s name.');
  else if (name.length > 200) errors.set('personName', 'Keep the name under 200 characters.');
  else if (lineBreaking.test(name))
    errors.set('personName', 'Write the name on one line, without control characters.');
  if (!email) errors.set('personEmail', 'Give a mail address such as name@district.org.');
  return name && !errors.has('personName') && email ? { kind: 'outside', name, email } : undefined;
}
