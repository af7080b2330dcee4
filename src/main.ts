import type { Command, CommandStreams } from './commands/command.ts';
import { WrongUse } from './commands/readOptions.ts';
import { Refusal } from './vocabulary/refusal.ts';
import { describeFault } from './hub/web/describeFault.ts';

type Entry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> };

/** What Tandem can be asked to do. Each command loads only its own side. */
const commands: readonly Entry[] = [
  {
    name: 'start',
    summary: 'start the hub; loads the sample partnership when the store is new',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  {
    name: 'evidence',
    summary: 'load public files and releases, or list the files that are: evidence load PATH…',
    load: async () => (await import('./commands/evidence.ts')).evidenceCommand,
  },
  {
    name: 'partnership',
    summary: 'forge a partnership from a file, let people in and out: partnership create FILE.json',
    load: async () => (await import('./commands/partnership.ts')).partnershipCommand,
  },
  {
    name: 'dashboard',
    summary: "judge a state's Dashboard download by the published rules",
    load: async () => (await import('./commands/dashboard.ts')).dashboardCommand,
  },
  {
    name: 'peers',
    summary: 'find the units that are most like one: peers PROFILE.csv --id ID',
    load: async () => (await import('./commands/peers.ts')).peersCommand,
  },
  {
    name: 'estimate',
    summary: 'did an outcome change, beside units like the treated: estimate PANEL.csv --method sdid …',
    load: async () => (await import('./commands/estimate.ts')).estimateCommand,
  },
  {
    name: 'protect',
    summary: 'hide what gives sensitive cells of a table away, at the least cost: protect TABLE',
    load: async () => (await import('./commands/protect.ts')).protectCommand,
  },
  {
    name: 'audit',
    summary: 'what an attacker can work out of a table with suppressed cells: audit TABLE',
    load: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  {
    name: 'verify',
    summary: 'check a release for yourself: signatures, definitions, cells, certificate: verify FILE',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'sign',
    summary: 'sign a sealed pack of a review with a key of your own: sign PACK.json',
    load: async () => (await import('./commands/sign.ts')).signCommand,
  },
  {
    name: 'vault',
    summary: "the district's side: student records sealed on this machine: vault init DIR",
    load: async () => (await import('./commands/vault.ts')).vaultCommand,
  },
  {
    name: 'mail',
    summary: 'take answers to mails, as a mail server pipes them: mail receive [FILE… | -]',
    load: async () => (await import('./commands/mail.ts')).mailCommand,
  },
  {
    name: 'backup',
    summary: 'write everything to one file: backup FILE',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'read a backup into an empty store: restore FILE',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  {
    name: 'doctor',
    summary: 'check the configuration, the store, the chains of acts and the mail',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
];

const exit = { done: 0, refused: 1, wrongUse: 2, fault: 70 } as const;

function helpText(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `tandem COMMAND [--help] [--json]

Runs a learning partnership between school districts.

${lines.join('\n')}

tandem COMMAND --help says all of a command.
Exit code: 0 done, 1 findings or a refusal (explained), 2 wrong use, 70 a fault in Tandem.
`;
}

/** Runs `tandem` with the arguments that follow the word; gives the exit code. */
export async function runTandem(args: readonly string[], io: CommandStreams): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io[name === undefined ? 'stderr' : 'stdout'].write(helpText());
    return name === undefined ? exit.wrongUse : exit.done;
  }
  const entry = commands.find((command) => command.name === name);
  try {
    if (!entry) throw new WrongUse(`There is no command "${name}". tandem --help lists them.`);
    return await (await entry.load())(rest, io);
  } catch (error) {
    if (error instanceof Refusal) {
      io.stderr.write(`${error.message}\n`);
      return exit.refused;
    }
    if (error instanceof WrongUse) {
      const hint = entry ? ` tandem ${entry.name} --help says how.` : '';
      io.stderr.write(`${error.message}${hint}\n`);
      return exit.wrongUse;
    }
    io.stderr.write(
      `This is a fault in Tandem. Please report it with these lines:\n${describeFault(error)}\n`,
    );
    return exit.fault;
  }
}

if (import.meta.main) {
  // Whoever reads may stop early: `tandem audit FILE | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exit.done);
  });
  process.exitCode = await runTandem(process.argv.slice(2), process);
}
