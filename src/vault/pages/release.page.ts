import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { changesBetween } from '../../release/changesBetween.ts';
import { outOfTime } from '../../release/checkUnderGrant.ts';
import { parseGrant } from '../../release/parseGrant.ts';
import {
  type AccountLine,
  type KeptDraft,
  selectAccount,
  selectOptionalDraft,
  selectLastReleased,
} from '../release/releases.store.ts';
import { selectSigners } from '../release/signers.store.ts';
import { withdrawDraft } from '../release/withdrawDraft.store.ts';
import { jobPath, type VaultAsk, type VaultRoute } from '../serve/vaultRoute.ts';
import { countWords } from './countWords.ts';
import { orderPreparing } from './releaseJob.ts';
import { account, certificate, signatures, whatChanged, whatLeaves } from './releaseParts.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** What would leave, for the two who sign it: figures, reasons, proof, changes, signatures; and all that ever left. */
export const releasePages: readonly VaultRoute[] = [
  { method: 'get', path: '/release', menu: 'Release', answer: (ask) => releasePage(ask) },
  {
    method: 'post',
    path: '/release/prepare',
    answer: (ask) => {
      const parsed = parseGrant(ask.form.grant ?? '');
      if (!parsed.ok) return releasePage(ask, `This is no grant: ${parsed.reason}`);
      const detail = ask.form.detail === 'all' ? 'all' : 'usual';
      const supersedes = Number(ask.form.supersedes ?? '') || undefined;
      return ask.context.redirect(
        jobPath(orderPreparing(ask, { grant: parsed.grant, ...(supersedes ? { supersedes } : {}), detail })),
        303,
      );
    },
  },
  {
    method: 'post',
    path: '/release/withdraw',
    answer: async (ask) => {
      await withdrawDraft(ask.vault, ask.form.why ?? '', ask.now());
      return ask.context.redirect('/release', 303);
    },
  },
];

async function releasePage(ask: VaultAsk, grantError?: string): Promise<Response> {
  const { vault } = ask;
  const [draft, lines] = [await selectOptionalDraft(vault), await selectAccount(vault)];
  const body = draft
    ? await draftBody(ask, draft)
    : emptyState({
        title: 'No draft stands.',
        body: 'A draft is what would leave, with its proof. It stays in this vault until two people have signed it and its file is written.',
        level: 2,
      });
  return ask.respond({
    title: draft ? `Draft of release ${draft.release.sequence}` : 'Release',
    menu: 'Release',
    wide: true,
    print: 'portrait',
    ...(grantError ? { status: 422 as const } : {}),
    body: html`${draft ? draftHeading(draft) : pageHeading({ title: 'Release', lead: 'The only thing that ever leaves this vault: one file of cells that nobody can undo, signed by two people.' })}${body}${prepareForm(ask, draft, lines, grantError)}${account(lines)}`,
  });
}

function draftHeading(draft: KeptDraft): Html {
  const { release, signatures: signed, preparedAt } = draft;
  const { shown, coded, suppressed } = release.certificate;
  const who =
    signed.length === 0
      ? 'nobody has signed it'
      : `signed by ${signed.map(({ name }) => name).join(' and ')}`;
  return pageHeading({
    eyebrow: `For ${release.grant.partnership}`,
    title: `Draft of release ${release.sequence}`,
    lead: `${countWords(shown + coded, 'figure')} would leave, ${countWords(suppressed, 'cell')} stay withheld; ${who}.`,
    meta: html`Prepared ${formatMoment(preparedAt)}. Grant <code>${release.grant.id}</code>, hash <code>${draft.hash.slice(0, 12)}…</code>. ${
      release.embargoUntil ? `Under embargo until ${formatDate(release.embargoUntil)}.` : 'No embargo.'
    }`,
    actions: linkButton({ label: 'Every cell as CSV', href: '/release/cells.csv' }),
  });
}

async function draftBody(ask: VaultAsk, draft: KeptDraft): Promise<Html> {
  const signers = await selectSigners(ask.vault);
  const last = await selectLastReleased(ask.vault);
  const since = signers.filter(
    ({ registeredAt, endedAt }) => last !== undefined && endedAt === null && registeredAt > last.releasedAt,
  );
  const warnings = [
    ...draft.preview.warnings,
    ...outOfTime(draft.grant, calendarDay(ask.now())).map((one) => `${one} It cannot leave today.`),
  ];
  return html`${warnings.map((title) => callout({ kind: 'warning', title }))}${callout({
    kind: 'info',
    title: 'This page shows hidden counts. It is for the two who sign.',
    body: 'What it prints and what its CSV holds must not leave this machine: the file that leaves is written by a command.',
  })}${whatLeaves(draft)}${certificate(draft)}${
    last ? whatChanged(changesBetween(last.release, draft.release), last.release, since) : ''
  }${signatures(draft, signers, ask.folder)}${withdrawForm(ask)}`;
}

function withdrawForm(ask: VaultAsk): Html {
  return details({
    summary: 'Take this draft back',
    body: form({
      action: '/release/withdraw',
      csrfToken: ask.formToken,
      submit: 'Take it back',
      submitTone: 'second',
      body: textField({
        id: 'why',
        name: 'why',
        label: 'Why',
        hint: 'Stays in the account, with the hash. The figures and signatures do not.',
        maxLength: 500,
      }),
    }),
  });
}

function prepareForm(
  ask: VaultAsk,
  draft: KeptDraft | undefined,
  lines: readonly AccountLine[],
  grantError: string | undefined,
): Html {
  const released = lines.filter(({ releasedAt }) => releasedAt !== null);
  const running = ask.jobs.current();
  if (running?.kind === 'release') {
    return callout({
      kind: 'info',
      title: 'A draft is being prepared.',
      body: html`<a href="${jobPath(running)}">See how far it is</a>.`,
    });
  }
  const body = form({
    action: '/release/prepare',
    csrfToken: ask.formToken,
    submit: draft ? 'Prepare another draft' : 'Prepare the draft',
    submitTone: draft ? 'second' : 'main',
    errors: grantError ? [{ field: 'grant', message: grantError }] : [],
    body: html`${textArea({
      id: 'grant',
      name: 'grant',
      label: 'Grant',
      hint: 'The text of the grant as the agreement’s page on the hub gives it. It says which measures may leave, to whom, until when.',
      rows: 6,
      value: ask.form.grant ?? '',
      ...(grantError ? { error: grantError } : {}),
    })}${selectField({
      id: 'detail',
      name: 'detail',
      label: 'Schools',
      empty: null,
      value: 'usual',
      options: [
        { value: 'usual', label: 'Their groups in all grades together, their grades of all students' },
        { value: 'all', label: 'Every group in every grade: most is too small, and hides more' },
      ],
    })}${
      released.length === 0
        ? ''
        : selectField({
            id: 'supersedes',
            name: 'supersedes',
            label: 'Takes the place of',
            empty: 'no earlier release',
            options: released.map(({ sequence, measures, years }) => ({
              value: String(sequence),
              label: `Release ${sequence}: ${measures} of ${years}`,
            })),
          })
    }`,
  });
  if (draft && !grantError) return details({ summary: 'Prepare another draft', body });
  return section({ id: 'prepare', title: 'Prepare a draft', body });
}
