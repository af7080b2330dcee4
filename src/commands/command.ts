/** Where a command writes, and what it reads for `-`. */
export type CommandStreams = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stdin?: NodeJS.ReadableStream;
};

/** A command: the arguments after its word in, the exit code out. A Refusal it throws is told on standard error. */
export type Command = (args: string[], io: CommandStreams) => Promise<number>;
