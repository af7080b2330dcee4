type Answer = {
  readonly to: string;
  readonly subject: string;
  /** What came of it. */
  readonly sentence: string;
  /** What they wrote, as it was kept. */
  readonly words: string;
  readonly attachments: number;
  readonly wasCut: boolean;
};

/** Says to whoever answered a mail what came of it. */
export function replyMail({ to, subject, sentence, words, attachments, wasCut }: Answer): {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
} {
  const more = [
    attachments > 0 ? 'What was attached is not kept: send it to the people it is for.' : '',
    wasCut ? 'The mail was too long: only its beginning was read.' : '',
  ].filter(Boolean);
  const quoted = words === '' ? '' : `\n\nYou wrote:\n\n${words.slice(0, 1000).replaceAll(/^/gm, '> ')}`;
  return { to, subject, body: `${[sentence, ...more].join('\n\n')}${quoted}\n` };
}
