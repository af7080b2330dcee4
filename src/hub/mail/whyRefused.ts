/** A mail server's code, never its words, which may quote the mail. */
export function whyRefused(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'the mail was not taken';
}
