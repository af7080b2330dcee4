/**
 * A path of our own to go on to after signing in, or null: never another site (`//…`, `/\…`, a scheme), never a page that
 * signs in or out.
 */
export function safeReturnPath(text: string | undefined): string | null {
  if (!text || text.length > 500) return null;
  if (!/^\/(?![/\\])[\w\-.~%/]*(\?[\w\-.~%/=&+]*)?$/.test(text)) return null;
  return /^\/(sign-in|sign-out|outbox)\b/.test(text) ? null : text;
}
