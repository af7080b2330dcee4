import type { CommandStreams } from './command.ts';
import { findingLine } from './findingLine.ts';
import { peersReport } from './peersReport.ts';
import { peersText } from './peersText.ts';
import { parsePeersUse, type PeersUse } from './peersUse.ts';
import { readInput } from './readInput.ts';
import { type Profile, type ProfileTrouble, readProfile } from './readProfile.ts';
import { readUtf8 } from './readUtf8.ts';
import { readWeights } from './readWeights.ts';

const help = `tandem peers PROFILE.csv --id ID [--k 15] [options] [--json]

Which units are most like one of them? The first column of PROFILE.csv names the unit, the others are its factors, all
numbers; a blank is a missing factor (\`-\` reads standard input). Put no outcome among the factors: units are to be
alike in whom they serve, so that outcomes stay free for comparison.

  --id ID          the unit whose peers are sought
  --k N            most peers to list (default 15)
  --caliper D      the largest distance that is still called similar (default: the 5th percentile of the distances of
                   all pairs, so that similar means closer than nineteen pairs in twenty)
  --weights FILE   how much each factor counts: a table "factor,weight" or one JSON object; 1 where it names none,
                   0 leaves the factor out
  --delimiter D    what stands between fields (tab for a tab); found in the file when it is not given
  --json           one JSON object
  --help           this text

The distance is Mahalanobis' on the covariance of the standardised factors, shrunk by Ledoit & Wolf (2004). What the
factors contribute sums to the squared distance. Nobody beyond the caliper is listed to fill the list; a unit that
misses a factor is left out and named, never filled in.

JSON: id, peers [{id, distance, contributions}], caliper, excluded [{id, why}]; then withinCaliper, compared, factors,
constant, repeating. Where the profile is refused: refusal, and findings with counts.

Exit code: 0 told (nobody similar is an answer), 1 the profile has findings or the question is refused (explained),
2 wrong use.
`;

/** Runs `tandem peers` with the arguments that follow the word; gives the exit code. */
export async function peersCommand(args: string[], io: CommandStreams): Promise<number> {
  const use = parsePeersUse(args);
  if (!use) {
    io.stdout.write(help);
    return 0;
  }
  const name = nameOf(use.file);
  const profile = await readProfileFile(use, io);
  if (!('table' in profile)) return refuseProfile(profile, name, use, io);
  const weights = await weightsOf(use, profile, io);
  if ('refusal' in weights) return refuse(`${nameOf(use.weights ?? '')}: ${weights.refusal}.`, use, io);
  const report = peersReport(profile, { ...use, weights });
  if ('refusal' in report) return refuse(`${name}: ${report.refusal}`, use, io);
  io.stdout.write(use.json ? `${JSON.stringify(report)}\n` : peersText(report));
  return 0;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

async function readProfileFile(
  { file, delimiter }: PeersUse,
  io: CommandStreams,
): Promise<Profile | ProfileTrouble> {
  const text = readUtf8(await readInput(file, io), nameOf(file));
  if (typeof text !== 'string') return { findings: [text], counts: new Map([[text.rule, 1]]) };
  return readProfile(text, nameOf(file), delimiter);
}

async function weightsOf(
  { weights }: PeersUse,
  { factors }: Profile,
  io: CommandStreams,
): Promise<readonly number[] | { readonly refusal: string }> {
  if (weights === undefined) return factors.map(() => 1);
  const text = readUtf8(await readInput(weights, io), nameOf(weights));
  if (typeof text !== 'string') return { refusal: `${text.message}: ${text.remedy}` };
  return readWeights(text, nameOf(weights), factors);
}

function refuse(refusal: string, { json }: PeersUse, io: CommandStreams): number {
  io.stderr.write(`${refusal}\n`);
  if (json) io.stdout.write(`${JSON.stringify({ refusal })}\n`);
  return 1;
}

function refuseProfile(
  { findings, counts }: ProfileTrouble,
  name: string,
  { json }: PeersUse,
  io: CommandStreams,
): number {
  for (const finding of findings) io.stderr.write(`${findingLine(finding)}\n`);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const more = all > findings.length ? `, of which ${findings.length} are shown` : '';
  const refusal = `${name} has ${all === 1 ? 'a finding' : `${all.toLocaleString('en')} findings`}${more}: nobody is compared.`;
  io.stderr.write(`${refusal}\n`);
  if (json) io.stdout.write(`${JSON.stringify({ refusal, findings, counts: Object.fromEntries(counts) })}\n`);
  return 1;
}
