/** An act as one sentence: who did what. Acts are closed words written where they are done. */
export function actSentence(line: {
  readonly person_name: string | null;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
}): string {
  const who = line.person_name ?? 'The operator';
  const reason = typeof line.detail.reason === 'string' ? `: ${line.detail.reason}` : '';
  return `${who} ${line.act}${reason}${reason.endsWith('.') ? '' : '.'}`;
}
