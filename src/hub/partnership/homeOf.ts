/** The path of a partnership, without a slash at its end. */
export function homeOf(partnership: { readonly slug: string }): string {
  return `/partnerships/${partnership.slug}`;
}
