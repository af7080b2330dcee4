/** What a browser says of where a form came from; it cannot be set by a page. */
export type Provenance = { readonly origin?: string; readonly fetchSite?: string };

/** True when the browser vouches that the form stood on a page of `own` (an origin). Silence is no voucher. */
export function isOwnOrigin({ origin, fetchSite }: Provenance, own: string): boolean {
  if (origin === undefined && fetchSite === undefined) return false;
  if (origin !== undefined && origin !== own) return false;
  return fetchSite === undefined || fetchSite === 'same-origin';
}
