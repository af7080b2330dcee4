/** The page of a contact. */
export function contactPath(home: string, contactId: string): string {
  return `${home}/work/contacts/${contactId}`;
}
