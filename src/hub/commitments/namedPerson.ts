import { parseEmailAddress } from '../people/emailAddress.ts';

/** Somebody who owns, deputises or comes: a member of the partnership, or somebody by name and mail address (`personId` null). */
export type NamedPerson = {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
};

/** What a form sends for somebody who is no member. */
export const elseChoice = 'else';

/** What would begin a new line of the mail that a name stands in. */
const lineBreaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const longestName = 200;

/** What is wrong with the name of somebody without account, or undefined. */
export function nameTrouble(name: string): string | undefined {
  if (!name) return 'Give the person’s name.';
  if (name.length > longestName) return `Keep the name under ${longestName} characters.`;
  if (lineBreaking.test(name)) return 'Write the name on one line, without control characters.';
  return undefined;
}

/**
 * Reads the person of the fields that begin with `prefix` (`owner`, `ownerName`, `ownerEmail`): picked from the members, or named with a mail
 * address. Null when nobody is picked; undefined when something is wrong, with a sentence at its field.
 */
export function readNamedPerson(
  form: Readonly<Record<string, string>>,
  prefix: string,
  members: readonly NamedPerson[],
  errors: Map<string, string>,
): NamedPerson | null | undefined {
  const picked = form[prefix] ?? '';
  const name = form[`${prefix}Name`]?.trim() ?? '';
  const written = form[`${prefix}Email`]?.trim() ?? '';
  if (picked === '' && name === '' && written === '') return null;
  if (picked !== '' && picked !== elseChoice) {
    const member = members.find(({ personId }) => personId === picked);
    if (!member) errors.set(prefix, 'This person is not in the list any more: choose somebody else.');
    return member && { personId: member.personId, name: member.name, email: member.email };
  }
  const trouble = nameTrouble(name);
  const email = parseEmailAddress(written);
  if (trouble) errors.set(`${prefix}Name`, trouble);
  if (!email) errors.set(`${prefix}Email`, 'Give a mail address such as name@district.org.');
  if (trouble || !email) return undefined;
  const member = members.find((one) => one.email === email);
  return member ? { personId: member.personId, name: member.name, email } : { personId: null, name, email };
}
