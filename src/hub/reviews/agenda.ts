import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';

type AgendaItem = Pack['agenda'][number];
type Content = Omit<Pack, 'agenda'>;

/** An agreement whose end is so near is put on the agenda. */
const expiringDays = 90;

/**
 * What a review has to speak about, from what is due and what is new since the last signed pack (undefined before the
 * first): what was promised and is late, benchmarks whose status changed, new figures, ended cycles, conditions not met,
 * agreements that end, what nobody owns, decisions that wait; then what people put on it.
 */
export function generateAgenda(
  pack: Content,
  before: Pack | undefined,
  added: readonly { readonly words: string; readonly from: string | null }[],
): AgendaItem[] {
  return [
    ...overdue(pack),
    ...changedPace(pack, before),
    ...newSources(pack, before),
    ...endedCycles(pack),
    ...conditions(pack),
    ...expiring(pack),
    ...orphaned(pack),
    ...waitingDecisions(pack),
    ...added.map(({ words, from }) => ({ kind: 'from a district', words, from })),
  ];
}

function item(kind: string, words: string): AgendaItem {
  return { kind, words, from: null };
}

export function districtName({ districts }: Pick<Pack, 'districts'>, cds: string | null): string {
  return districts.find((one) => one.cds === cds)?.shortName ?? 'both districts';
}

function overdue(pack: Content): AgendaItem[] {
  return (pack.commitments ?? [])
    .filter(({ isOverdue }) => isOverdue)
    .map(({ cds, what, due, owner }) =>
      item(
        'overdue',
        `${districtName(pack, cds)} promised “${what}” by ${formatDate(due)}; ${daysText(due, pack.asOf)} late (${owner}).`,
      ),
    );
}

function daysText(from: string, to: string): string {
  const days = daysBetween(from, to);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** `Mathematics, distance from standard: English learners`. */
export function benchmarkTitle(
  { definitions }: Pick<Pack, 'definitions'>,
  { measure, group }: Pack['benchmarks'][number],
): string {
  const name = definitions.find((one) => one.measure === measure)?.shortName ?? measure;
  return `${name}: ${inSentence(group.name)}`;
}

function changedPace(pack: Content, before: Pack | undefined): AgendaItem[] {
  return pack.benchmarks.flatMap((benchmark) => {
    const was = before?.benchmarks.find(({ id }) => id === benchmark.id);
    return benchmark.districts.flatMap(({ cds, pace }) => {
      const then = was?.districts.find((one) => one.cds === cds)?.pace?.status;
      const now = pace?.status;
      const about = `${benchmarkTitle(pack, benchmark)}, ${districtName(pack, cds)}`;
      if (before && was && then !== now)
        return [item('pace', `${about}: ${then ?? 'no pace'} before, ${now ?? 'no pace'} now.`)];
      if (!was && (now === 'behind' || now === 'moving away')) return [item('pace', `${about}: ${now}.`)];
      return [];
    });
  });
}

function newSources(pack: Content, before: Pack | undefined): AgendaItem[] {
  if (!before) return [];
  const known = new Set(before.sources.map(({ sha256, dataset }) => `${sha256} ${dataset}`));
  return pack.sources
    .filter(({ sha256, dataset }) => !known.has(`${sha256} ${dataset}`))
    .map(({ title, publisher }) => item('new figures', `New figures are loaded: ${title} (${publisher}).`));
}

function endedCycles({ cycles = [], review }: Content): AgendaItem[] {
  return cycles
    .filter(({ endedOn }) => endedOn !== null && endedOn >= review.periodFrom)
    .map(({ title, outcome }) =>
      item('cycle ended', `“${title}” has ended: ${outcome ?? 'no outcome yet'}.`),
    );
}

function conditions({ flexibilities = [] }: Content): AgendaItem[] {
  return flexibilities.flatMap(({ rule, conditions: all }) =>
    all
      .filter(({ status }) => /not met|behind|overdue|missed|late|at risk/i.test(status))
      .map(({ words, status }) =>
        item('condition', `${rule.split(': ')[0]}: “${words.replace(/\.$/, '')}” is ${status}.`),
      ),
  );
}

function expiring({ agreements, asOf }: Content): AgendaItem[] {
  return agreements
    .filter(({ validUntil }) => daysBetween(asOf, validUntil) <= expiringDays)
    .map(({ title, validUntil }) =>
      item('agreement', `“${title}” ends on ${formatDate(validUntil)}, in ${daysText(asOf, validUntil)}.`),
    );
}

function orphaned(pack: Content): AgendaItem[] {
  const engagements = (pack.engagements ?? [])
    .filter(({ state }) => state !== 'closed')
    .flatMap(({ title, parties }) =>
      parties
        .filter(({ owner }) => owner === null)
        .map(({ cds }) => item('nobody owns it', `“${title}” has no owner in ${districtName(pack, cds)}.`)),
    );
  const commitments = (pack.commitments ?? [])
    .filter(({ ownerLeft, status }) => ownerLeft && status === 'open')
    .map(({ cds, what, owner }) =>
      item('nobody owns it', `“${what}” of ${districtName(pack, cds)}: ${owner} has left.`),
    );
  const promises = pack.benchmarks.flatMap((benchmark) =>
    benchmark.districts
      .filter(({ promise }) => promise === null)
      .map(({ cds }) =>
        item(
          'nobody owns it',
          `${benchmarkTitle(pack, benchmark)}: ${districtName(pack, cds)} has set no targets.`,
        ),
      ),
  );
  return [...engagements, ...commitments, ...promises];
}

function waitingDecisions({ decisions = [] }: Content): AgendaItem[] {
  return decisions
    .filter(({ standing }) => standing === 'waits')
    .map(({ about, choice }) =>
      item('decision waits', `${about}: “${choice}” was proposed and waits for an answer.`),
    );
}
