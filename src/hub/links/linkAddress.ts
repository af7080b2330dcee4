/** The address a mail carries for a signed link. */
export function linkAddress(baseUrl: string, token: string): string {
  return `${baseUrl}/links/${token}`;
}
