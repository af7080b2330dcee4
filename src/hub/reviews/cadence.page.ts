import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { reviewingRoles } from './mayReview.ts';
import { parseCadence } from './reviewDraft.ts';
import { reviewTrail } from './reviewPlace.page.ts';
import { type Level, levels } from './reviewWords.ts';
import { insertCadence, type KeptCadence, selectCadences } from './reviews.store.ts';

const path = '/partnerships/:partnership/reviews/cadence/:level';

/** How often a level holds its reviews. */
export const cadencePages: Route[] = [
  {
    method: 'get',
    path,
    access: reviewingRoles,
    answer: (ask) => withLevel(ask, (level, kept) => respondCadence(ask, level, kept, new Map())),
  },
  { method: 'post', path, access: reviewingRoles, answer: (ask) => withLevel(ask, setCadence(ask)) },
];

type Answer = (level: Level, kept: KeptCadence | undefined) => Promise<Response>;

async function withLevel(ask: MemberAsk, answer: Answer): Promise<Response> {
  const level = levels.find(({ id }) => id === ask.context.req.param('level'));
  if (!level) return notFound(ask, 'There is no such level of reviews.');
  const cadences = await asMember(ask.hub.database, ask.member, selectCadences);
  return answer(
    level,
    cadences.find((one) => one.level === level.id),
  );
}

function respondCadence(
  ask: MemberAsk,
  level: Level,
  kept: KeptCadence | undefined,
  errors: FieldErrors,
  meanwhile = false,
): Promise<Response> {
  const isSent = errors.size > 0 || meanwhile;
  const written: Readonly<Record<string, string>> = isSent
    ? ask.form
    : {
        weeks: String(kept?.weeks ?? level.usualWeeks),
        firstDay: kept?.firstDay ?? calendarDay(ask.hub.now()),
        words: kept?.words ?? '',
      };
  return ask.respond({
    title: `How often: ${level.name}`,
    section: 'reviews',
    status: meanwhile ? 409 : errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: `How often: ${level.name}`,
      lead: 'From this rhythm the next review is worked out, and said to be late when it is.',
      trail: reviewTrail(ask.home, { label: level.name }),
    })}${
      meanwhile && kept
        ? callout({
            kind: 'refusal',
            title: `${kept.madeBy} has set it meanwhile: every ${kept.weeks} weeks from ${formatDate(kept.firstDay)}.`,
            body: 'Nothing of yours is lost: it stands below. Send it again if it should hold.',
          })
        : ''
    }${card({
      body: form({
        action: `${ask.home}/reviews/cadence/${level.id}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Set the rhythm',
        second: linkButton({ label: 'Leave it', href: `${ask.home}/reviews`, tone: 'quiet' }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(kept?.version ?? 0)}">${textField({
          id: 'weeks',
          name: 'weeks',
          label: 'Weeks between reviews',
          hint: `Usual for this level: ${level.usualWeeks}. 0: it holds none.`,
          type: 'number',
          unit: 'weeks',
          value: written.weeks,
          error: errors.get('weeks'),
        })}${textField({
          id: 'firstDay',
          name: 'firstDay',
          label: 'First day',
          type: 'date',
          value: written.firstDay,
          error: errors.get('firstDay'),
        })}${textArea({
          id: 'words',
          name: 'words',
          label: 'Where and with whom',
          optional: true,
          rows: 2,
          value: written.words,
          error: errors.get('words'),
        })}`,
      }),
    })}`,
  });
}

function setCadence(ask: MemberAsk): Answer {
  return async (level, kept) => {
    const parsed = parseCadence(ask.form);
    if (!parsed.ok) return respondCadence(ask, level, kept, parsed.errors);
    const version = ask.form.version ?? '';
    const basedOn = /^\d{1,6}$/.test(version) ? Number(version) : 0;
    const written = await asMember(ask.hub.database, ask.member, (view) =>
      insertCadence(view, basedOn, { level: level.id, ...parsed.value }, ask.hub.now()),
    );
    if (written.done) return ask.context.redirect(`${ask.home}/reviews`, 303);
    return withLevel(ask, (one, now) => respondCadence(ask, one, now, new Map(), true));
  };
}
