/**
 * Tables that a backup leaves out: what would let its reader sign in, or somebody whose token was revoked since come
 * back, or is worth nothing in another store, and the list of migrations, which stands in the backup's header.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'attempt',
  'migration',
  'push_token',
  'reply_address',
  'session',
  'sign_in_link',
  'signed_link_token',
]);
