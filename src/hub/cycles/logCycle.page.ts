import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { workTrail } from '../work/workPlace.page.ts';
import { withCycle } from './cycle.page.ts';
import { type CycleSide, sideOf } from './cycle.ts';
import { readBeforeAfter, readFewest } from './cycleFigures.store.ts';
import { cyclePath, ideaTitle } from './cyclePlace.page.ts';
import type { CycleReading } from './cycleReading.store.ts';
import { insertCycleLog } from './cycles.store.ts';
import { figuresTable } from './figuresTable.page.ts';
import { parseLogDraft } from './logDraft.ts';
import { entriesIn, logFields, notLogged } from './logFields.page.ts';
import { mayLog } from './mayTest.ts';

const path = '/partnerships/:partnership/work/cycles/:cycle/log';

/** The quick log: one page, six inputs, for whoever leads the test or works on its engagement. */
export const logCyclePages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withSide(ask, (found, side) => respondLog(ask, found, side, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: 'members',
    answer: (ask) => withSide(ask, (found, side) => log(ask, found, side)),
  },
];

function withSide(
  ask: MemberAsk,
  answer: (found: CycleReading, side: CycleSide) => Promise<Response>,
): Promise<Response> {
  return withCycle(ask, (found) => {
    const side = sideOf(found.cycle, ask.member.districtId);
    const back = linkButton({ label: 'Back to the test', href: cyclePath(ask.home, found.cycle.id) });
    if (!side || !mayLog(ask.member, found.engagement, found.cycle))
      return ask.respond({
        section: 'work',
        ...sentencePage({
          title: 'Not yours to log',
          sentence:
            'A test is logged by whoever leads it, or works on its engagement, in the district that tests.',
          status: 403,
          actions: back,
        }),
      });
    if (side.acted)
      return ask.respond({
        section: 'work',
        ...sentencePage({
          title: 'This test has ended',
          sentence: notLogged.ended,
          status: 409,
          actions: back,
        }),
      });
    return answer(found, side);
  });
}

async function respondLog(
  ask: MemberAsk,
  { cycle, parties, figures }: CycleReading,
  side: CycleSide,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  refusal?: string,
): Promise<Response> {
  const fewest = await asMember(ask.hub.database, ask.member, (view) =>
    readFewest(view, calendarDay(ask.hub.now())),
  );
  const back = cyclePath(ask.home, cycle.id);
  return ask.respond({
    title: 'Log a test',
    section: 'work',
    status: errors.size > 0 || refusal ? 422 : undefined,
    body: html`${pageHeading({
      title: 'What did the test show?',
      eyebrow: parties.find(({ districtId }) => districtId === side.districtId)?.name,
      lead: `“${ideaTitle(cycle.idea, 300)}”`,
      trail: workTrail(
        ask.home,
        { label: 'Cycles', href: `${ask.home}/work/cycles` },
        { label: ideaTitle(cycle.idea, 40), href: back },
        { label: 'Log' },
      ),
    })}${refusal ? callout({ kind: 'refusal', title: refusal, body: 'What you wrote is still below.' }) : ''}${figuresTable(
      { cycle, parties, figures, home: ask.home },
    )}${card({
      title: 'Five minutes',
      body: form({
        action: `${back}/log`,
        csrfToken: ask.person.csrfToken,
        submit: 'Write it down',
        second: linkButton({ label: 'Not now', href: back, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: logFields(side, fewest, { written, errors }),
      }),
    })}`,
  });
}

async function log(ask: MemberAsk, found: CycleReading, side: CycleSide): Promise<Response> {
  const parsed = parseLogDraft(ask.form);
  if (!parsed.ok) return respondLog(ask, found, side, ask.form, parsed.errors);
  const now = ask.hub.now();
  const today = calendarDay(now);
  const { cycle, parties } = found;
  const written = await asMember(ask.hub.database, ask.member, async (view) =>
    insertCycleLog(
      view,
      cycle.id,
      side.districtId,
      {
        basedOn: entriesIn(ask.form),
        draft: parsed.value,
        figures: await readBeforeAfter(view, cycle, parties, { today, publicOnly: true }),
        fewest: await readFewest(view, today),
      },
      now,
    ),
  );
  if (written.done) return ask.context.redirect(cyclePath(ask.home, cycle.id), 303);
  const refusal = notLogged[written.reason];
  return withSide(ask, (current, now_) => respondLog(ask, current, now_, ask.form, new Map(), refusal));
}
