const knownStart = /^(?:\/(?![/\\])|[#?]|https?:\/\/|mailto:|tel:)/i;

/**
 * The address when it leads to a page of ours (`/…`, `#…`, `?…`), to the web, to a mailbox or a telephone; otherwise
 * `#`, so that a `javascript:` address in somebody's data becomes a link to nowhere.
 */
export function safeHref(address: string): string {
  const trimmed = address.trim();
  return knownStart.test(trimmed) ? trimmed : '#';
}
