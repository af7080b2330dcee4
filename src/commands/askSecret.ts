import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';

/** Whether somebody sits at a terminal and can be asked. */
export function hasTerminal({ stdin }: CommandStreams): boolean {
  return (stdin as { isTTY?: boolean } | undefined)?.isTTY === true;
}

/** Asks a question on standard error and reads one line that is not shown. Refuses when the person gives up. */
export async function askSecret(io: CommandStreams, question: string): Promise<string> {
  const { stdin } = io;
  if (!stdin) throw new Error('nobody can be asked: there is no standard input');
  io.stderr.write(question);
  const shown = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: shown, terminal: true, historySize: 0 });
  const answer = await new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(undefined));
    lines.once('SIGINT', () => lines.close());
  });
  lines.close();
  io.stderr.write('\n');
  if (answer === undefined) throw new Refusal('No passphrase was given. Nothing was changed.');
  return answer;
}
