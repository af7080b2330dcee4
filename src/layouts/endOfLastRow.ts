/**
 * Where the last whole row of the text ends: behind its last line end outside quotation marks; 0 when no row is
 * whole. A quotation opens only where a field begins, as Papa Parse reads it; a doubled mark inside is text.
 */
export function endOfLastRow(text: string, delimiter: string): number {
  let end = 0;
  let outside = 0;
  for (;;) {
    const open = openingMark(text, outside, delimiter);
    const lineEnd = text.lastIndexOf('\n', open < 0 ? undefined : open);
    if (lineEnd >= outside) end = lineEnd + 1;
    if (open < 0) return end;
    const close = closingMark(text, open);
    if (close < 0) return end;
    outside = close + 1;
  }
}

function openingMark(text: string, from: number, delimiter: string): number {
  let mark = text.indexOf('"', from);
  while (mark > 0 && text[mark - 1] !== delimiter && text[mark - 1] !== '\n')
    mark = text.indexOf('"', mark + 1);
  return mark;
}

function closingMark(text: string, open: number): number {
  let mark = text.indexOf('"', open + 1);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark;
}
