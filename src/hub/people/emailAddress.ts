/** A mail address in the form it is kept in (trimmed, lower case); undefined when the text is none. */
export function parseEmailAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  return address.length <= 254 && /^[^@\s<>",;]+@[^@\s<>",;.]+(\.[^@\s<>",;.]+)+$/.test(address)
    ? address
    : undefined;
}
