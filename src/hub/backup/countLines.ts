const newline = 0x0a;

/** The number of line ends in some bytes. COPY text writes the line breaks of a value as `\n`, so this counts its rows. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
