/** Where the folder `public` is served: the page server mounts it here. */
export const assetBase = '/assets';

/** The address of a file of `public`, such as `tandem.css`. */
export function assetPath(file: string): string {
  return `${assetBase}/${file}`;
}
