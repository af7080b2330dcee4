/** A number of bytes in gigabytes of 1,000,000,000 bytes: `12.3 GB`. */
export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
