import { assessPanel } from './assessPanel.ts';
import type { CommandStreams } from './command.ts';
import { blockPanel, estimateReport } from './estimateReport.ts';
import { estimateText } from './estimateText.ts';
import { type BlockUse, type EstimateUse, isBlockUse, parseEstimateUse } from './estimateUse.ts';
import { findingLine } from './findingLine.ts';
import { panelProgress } from './panelProgress.ts';
import { type NamedPanel, type PanelTrouble, readPanel } from './readPanel.ts';
import { readInput } from './readInput.ts';
import { staggeredReport, staggeredText } from './staggeredReport.ts';

const help = `tandem estimate PANEL.csv --unit C --time C --outcome C --treated C --method sdid|sc|did|staggered [options] [--json]

Did an outcome change for the treated units, beside what units that were never treated lead one to expect? PANEL.csv is
a long panel: one row for each unit and time, columns by name, every unit at every time (\`-\` reads standard input).
--treated names a column of 0 and 1: 1 from the first treated time of a treated unit on.

  --method M         sdid  synthetic difference-in-differences (Arkhangelsky et al. 2021)
                     sc    synthetic control (Abadie, Diamond & Hainmueller 2010)
                     did   difference-in-differences
                     staggered  treated units that start at different times (Callaway & Sant'Anna 2021); needs many
                     in each group, has an analytic error, and takes no --solver, --se, --seed or --replications
  --solver S         exact (default): weights at the optimum, with a certificate; or frank-wolfe: as synthdid 0.0.9
                     stops, to compare with it
  --se S             placebo (default), jackknife, bootstrap or none. Placebos: all choices of as many donors as are
                     treated when only one is or when there are at most 10,000, else draws
  --seed N           of draws (default 1); nothing depends on it when nothing is drawn
  --replications N   how many draws (default 1000)
  --delimiter D      what stands between fields (tab for a tab); found in the file when it is not given
  --matters N        smallest change that matters, in units of the outcome, named before the data were seen
  --better up|down   the good direction of the outcome: the sentence then says sped up or slowed
  --outcome-unit W   what the numbers count, in the plural, for the sentence: --outcome-unit points
  --json             one JSON object
  --help             this text

Times are put in order as numbers when all are numbers, else as text, in which ISO dates stand in order. Units keep the
order of the file. The sentence says higher or lower (sped up, slowed), no sign of a change larger than X, or cannot
tell: decisions/0015-the-sentence-an-estimate-allows.md has the rule.

JSON: method, solver, estimate, se, seMethod, interval, seed, replications, weights {units, times}, units, times,
treatedUnits, firstTreated, placebo {effects, p}, sentence; then verdict, smallestDetectable, monteCarloError,
preFitError, placeboPreFitError, ordinaryGap, ordinaryChange, otherMethods, leaveOneOut, inTime, treatedPath,
syntheticPath, certificate; staggered has groups, effects, averages, preTest and leftOut there. Where the panel is
refused: refusal, findings, counts, missing {count, first}.

Exit code: 0 estimated, 1 the panel has findings or is refused (explained), 2 wrong use.
`;

/** Runs `tandem estimate` with the arguments that follow the word; gives the exit code. */
export async function estimateCommand(args: string[], io: CommandStreams): Promise<number> {
  const use = parseEstimateUse(args);
  if (!use) {
    io.stdout.write(help);
    return 0;
  }
  const name = use.file === '-' ? 'standard input' : use.file;
  const bytes = await readInput(use.file, io);
  const file = { name, columns: use.columns, delimiter: use.delimiter };
  const read = readPanel(bytes, file, { startsOnce: isBlockUse(use) });
  if (!read.ok) return refusePanel(read, use, io);
  for (const note of read.notes) io.stderr.write(`${findingLine(note)}\n`);

  const answer = isBlockUse(use) ? blockAnswer(read.panel, use, io) : staggeredAnswer(read.panel, use);
  if ('refusal' in answer) {
    io.stderr.write(`${name}: ${answer.refusal}\n`);
    if (use.json) io.stdout.write(`${JSON.stringify({ refusal: answer.refusal })}\n`);
    return 1;
  }
  io.stdout.write(use.json ? `${JSON.stringify(answer.report)}\n` : answer.text());
  return 0;
}

type Answer = { readonly report: object; readonly text: () => string } | { readonly refusal: string };

function blockAnswer(named: NamedPanel, use: BlockUse, io: CommandStreams): Answer {
  const panel = blockPanel(named);
  const assessment = assessPanel(panel, { ...use, onProgress: panelProgress(io.stderr, Date.now) });
  if ('refusal' in assessment) return assessment;
  const report = estimateReport(named, panel, assessment, use);
  return { report, text: () => estimateText(report, assessment) };
}

function staggeredAnswer(named: NamedPanel, use: EstimateUse): Answer {
  const found = staggeredReport(named, use);
  if ('refusal' in found) return { refusal: found.refusal ?? '' };
  return { report: found.report, text: () => staggeredText(found.report, found.judged) };
}

function refusePanel(
  { findings, counts, missing }: PanelTrouble,
  { file, json }: EstimateUse,
  io: CommandStreams,
): number {
  for (const [rule, count] of counts) {
    const told = findings.filter((finding) => finding.rule === rule);
    for (const finding of told) io.stderr.write(`${findingLine(finding)}\n`);
    if (count > told.length)
      io.stderr.write(`  and ${(count - told.length).toLocaleString('en')} more of ${rule}\n`);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const refusal = `${file === '-' ? 'Standard input' : file} has ${all === 1 ? 'a finding' : `${all.toLocaleString('en')} findings`}: nothing is estimated.`;
  io.stderr.write(`${refusal}\n`);
  if (json) {
    const answer = { refusal, findings, counts: Object.fromEntries(counts), missing };
    io.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  return 1;
}
