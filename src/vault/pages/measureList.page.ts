import { findMeasure } from '../../measures/registry.ts';
import { callout } from '../../page/callout.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { safeHref } from '../../page/safeHref.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type CountRow, countValue } from '../measuring/measureTable.ts';
import { measureVault } from '../measuring/measureVault.store.ts';
import { readRules } from '../measuring/readRules.ts';
import type { Job } from '../serve/jobs.ts';
import { jobPath, type VaultAsk, type VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import { type Measured, selectMeasured } from './loadedFiles.store.ts';
import { selectDistrictYears } from './measureCounts.store.ts';
import { measureOutcome, type MeasureOutcome } from './measureOutcome.ts';
import { rawCountsCallout } from './rawCounts.ts';
import { yearHeader } from './yearHeader.ts';

/** The measures with what they came to for the district, and the button that computes them. */
export const measureListPages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/measures',
    menu: 'Measures',
    answer: async (ask) => {
      const counts = await selectDistrictYears(ask.vault);
      const measured = await selectMeasured(ask.vault);
      return ask.respond({
        title: 'Measures',
        body: html`${pageHeading({
          title: 'Measures',
          lead: `What the students of ${ask.vault.district.name} come to under the agreed definitions, each counted from student records.`,
          meta: measured ? `Computed ${formatMoment(measured.ended_at)}` : '',
        })}${computePart(ask, measured)}${counts.length > 0 ? html`${rawCountsCallout()}${domainTables(counts)}` : nothingYet(measured)}`,
      });
    },
  },
  {
    method: 'post',
    path: '/measures/compute',
    answer: (ask) => ask.context.redirect(jobPath(orderMeasuring(ask)), 303),
  },
];

function computePart(ask: VaultAsk, measured: Measured | undefined): Html {
  const since = measured?.changed_since ?? 0;
  const stale =
    since > 0
      ? callout({
          kind: 'warning',
          title: `${countWords(since, 'file was', 'files were')} loaded or taken out since these were computed.`,
          body: 'Compute again, so that they count.',
        })
      : '';
  const last = ask.jobs.last('measure');
  return html`${stale}${form({
    action: '/measures/compute',
    csrfToken: ask.formToken,
    body: '',
    submit: measured ? 'Compute again' : 'Compute',
    ...(last
      ? { second: html`<a href="${jobPath(last)}">What the last computing could not measure</a>` }
      : {}),
  })}`;
}

function nothingYet(measured: Measured | undefined): Html {
  return emptyState({
    title: measured ? 'Nothing could be measured yet.' : 'Nothing is computed yet.',
    body: `${readRules().rules.length} measures can be computed from student records, each as soon as the files that it needs are loaded.`,
    level: 2,
  });
}

const domainNames: Readonly<Record<MeasureDefinition['domain'], string>> = {
  math: 'Mathematics',
  literacy: 'Literacy',
  science: 'Science',
  english_learners: 'English learners',
  readiness: 'College readiness',
  careers: 'Careers',
  engagement: 'Engagement',
  climate: 'Climate',
  leadership: 'Leadership',
  accountability: 'Accountability',
  context: 'Context',
};

type MeasureLine = { readonly measure: MeasureDefinition; readonly counts: readonly CountRow[] };

function domainTables(counts: readonly CountRow[]): Html {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => a - b);
  const lines = [...Map.groupBy(counts, (count) => count.measure)].flatMap(([id, own]): MeasureLine[] => {
    const measure = findMeasure(id);
    return measure ? [{ measure, counts: own }] : [];
  });
  const domains = Object.keys(domainNames) as MeasureDefinition['domain'][];
  return html`${domains.map((domain) => {
    const own = lines.filter(({ measure }) => measure.domain === domain);
    return own.length === 0 ? '' : domainTable(domainNames[domain], own, years);
  })}`;
}

function domainTable(name: string, lines: readonly MeasureLine[], years: readonly number[]): Html {
  return section({
    title: name,
    body: table<MeasureLine>({
      caption: `${name}: all students of the district`,
      captionHidden: true,
      phone: 'scroll',
      rows: lines,
      columns: [
        {
          header: 'All students of the district',
          kind: 'header',
          cell: ({ measure }) =>
            html`<a href="${safeHref(`/measures/${measure.id}`)}">${measure.shortName}</a>`,
        },
        ...years.map((year) => ({
          header: yearHeader(year),
          kind: 'number' as const,
          cell: ({ counts }: MeasureLine) => {
            const count = counts.find((one) => one.year === year);
            return count ? countValue(count) : noFigure();
          },
        })),
      ],
    }),
  });
}

/** Two presses at once are one computing. */
function orderMeasuring({ vault, jobs, now }: VaultAsk): Job {
  const outcome: MeasureOutcome = { run: undefined };
  return jobs.order({
    kind: 'measure',
    key: 'measure',
    title: 'Computing the measures',
    view: () => measureOutcome(outcome),
    work: async (tell) => {
      tell({ sentence: 'Looking at what is loaded' });
      outcome.run = await measureVault(vault, {
        now,
        progress: (sentence, done, of) => tell({ sentence: progressWords(sentence), done, of }),
      });
    },
  });
}

/** `math_dfs 2024` as the measure's own words and year. */
function progressWords(sentence: string): string {
  const [id = '', year = ''] = sentence.split(' ');
  const measure = findMeasure(id);
  return measure && /^\d{4}$/.test(year) ? `${measure.shortName}, ${schoolYearName(Number(year))}` : sentence;
}
