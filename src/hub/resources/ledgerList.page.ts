import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { fileField } from '../../page/fileField.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { table } from '../../page/table.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { countAttempt, type Limit } from '../people/attempt.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { guessLedger, rememberedMapping } from './ledgerPreview.store.ts';
import { insertLedgerImport, type LedgerImport, selectLedgerImports } from './ledger.store.ts';
import { mostLedgerBytes } from './ledgerTable.ts';
import { mayChangeResource, resourceRoles } from './mayWorkOnResources.ts';
import { findIn, ledgerHoldings, nameIn } from './resourceKinds.ts';
import { ledgerFilePath, resourceParts, resourcesTrail, respondNotYours } from './resourcesPlace.page.ts';
import { districtName } from './resourceWords.page.ts';

const path = '/partnerships/:partnership/resources/ledger';

/** The ledger files that were brought, and the door for the next. */
export const ledgerListPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => respondList(ask, {}) },
  { method: 'post', path, access: resourceRoles, takesFile: true, answer: bringLedger },
];

const bringings: Limit = { name: 'ledger by', most: 40, withinMs: 3_600_000 };

type Trouble = {
  readonly errors?: ReadonlyMap<string, string>;
  /** Why a file was not taken: what is wrong, where, and what to do. */
  readonly refusal?: { readonly title: string; readonly remedy: string };
};

async function respondList(ask: MemberAsk, { errors = new Map(), refusal }: Trouble): Promise<Response> {
  const { parties, imports } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    imports: await selectLedgerImports(view),
  }));
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  const may = mayChangeResource(ask.member, ask.member.districtId);
  return ask.respond({
    title: 'Ledger',
    section: 'resources',
    status: errors.size > 0 || refusal ? 422 : undefined,
    body: html`${pageHeading({
      title: 'Ledger',
      lead: 'The district’s own ledger says what was spent. Bring an export of it, a month or a quarter at a time: nobody types a line.',
      trail: resourcesTrail(ask.home, { label: 'Ledger' }),
    })}${resourceParts(ask.home, 'ledger')}${
      refusal ? callout({ kind: 'refusal', title: refusal.title, body: refusal.remedy }) : ''
    }${
      may && own
        ? card({
            title: `Bring a file of ${own.shortName}’s ledger`,
            body: form({
              action: `${ask.home}/resources/ledger`,
              csrfToken: ask.person.csrfToken,
              submit: 'Look at it',
              multipart: true,
              errors: [...errors].map(([field, message]) => ({ field, message })),
              body: html`${fileField({
                id: 'ledger',
                name: 'ledger',
                label: 'The file',
                hint: 'CSV or Excel (.xlsx), any columns, up to 20 MB. Nothing is counted before you have seen it and said yes.',
                accept: '.csv,.txt,.tsv,.xlsx',
                error: errors.get('ledger'),
              })}${radioGroup({
                id: 'holds',
                name: 'holds',
                label: 'What it holds',
                error: errors.get('holds'),
                value: ask.form.holds ?? 'spending',
                choices: ledgerHoldings.map(({ id, name, hint }) => ({ value: id, label: name, hint })),
              })}`,
            }),
          })
        : ''
    }${card({ title: 'Files', body: importTable(ask.home, imports, { parties }) })}`,
  });
}

const states = {
  waiting: ['attention', 'Waits to be counted'],
  applied: ['good', 'Counted'],
  superseded: ['neutral', 'Replaced'],
  discarded: ['neutral', 'Set aside'],
} as const;

/** The badge of what became of a ledger file. */
export function importBadge(state: LedgerImport['state']): Content {
  const [kind, words] = states[state];
  return badge(kind, words);
}

function importTable(
  home: string,
  imports: readonly LedgerImport[],
  reading: Parameters<typeof districtName>[0],
): Content {
  return table<LedgerImport>({
    caption: 'Ledger files, newest first',
    captionHidden: true,
    columns: [
      {
        header: 'File',
        kind: 'header',
        cell: ({ id, fileName }) => html`<a href="${ledgerFilePath(home, id)}">${fileName}</a>`,
      },
      { header: 'Of', cell: ({ districtId }) => districtName(reading, districtId) },
      { header: 'Holds', cell: ({ holds }) => nameIn(ledgerHoldings, holds) },
      {
        header: 'Covers',
        cell: ({ fromDay, untilDay }) =>
          fromDay && untilDay ? `${formatDate(fromDay)} to ${formatDate(untilDay)}` : 'Not said yet',
      },
      {
        header: 'Sum',
        kind: 'number',
        cell: ({ totalCents, lines }) =>
          totalCents === null ? '' : `${formatMoney(totalCents)}, ${lines} lines`,
      },
      {
        header: 'State',
        cell: ({ state, madeBy, madeAt }) =>
          html`${importBadge(state)} <span class="quiet">${madeBy}, ${formatMoment(madeAt)}</span>`,
      },
    ],
    rows: imports,
    empty: 'No file was brought yet.',
  });
}

async function bringLedger(ask: MemberAsk): Promise<Response> {
  const { hub, member, home } = ask;
  const { districtId } = member;
  if (!districtId) return respondNotYours(ask, `${home}/resources`);
  if (!(await countAttempt(hub.database, bringings, member.personId, hub.now())))
    return respondList(ask, {
      refusal: {
        title: 'Nothing was taken: you have brought 40 files within an hour.',
        remedy: 'Wait a while.',
      },
    });
  const holds = findIn(ledgerHoldings, ask.form.holds);
  const { ledger: file } = await ask.context.req.parseBody();
  const errors = new Map<string, string>();
  if (!holds) errors.set('holds', 'Say what the file holds.');
  if (!(file instanceof File) || file.size === 0) errors.set('ledger', 'Choose the file.');
  else if (file.size > mostLedgerBytes)
    errors.set('ledger', 'The file is larger than 20 MB: export one month or one quarter at a time.');
  if (!(file instanceof File) || !holds || errors.size > 0) return respondList(ask, { errors });
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const imports = await asMember(hub.database, member, selectLedgerImports);
    const guess = await guessLedger(bytes, holds, rememberedMapping(imports, { districtId, holds }));
    const fileName = file.name.replaceAll('\0', '').slice(0, 200) || 'ledger';
    const brought = await asMember(hub.database, member, (view) =>
      insertLedgerImport(view, { districtId, holds, fileName, bytes, ...guess }, hub.now()),
    );
    return ask.context.redirect(
      `${ledgerFilePath(home, brought.id)}${brought.known ? '?known=yes' : ''}`,
      303,
    );
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    const where = error.line === null ? '' : ` in line ${error.line}`;
    return respondList(ask, {
      refusal: {
        title: `Nothing was taken${where}: ${error.message}.`,
        remedy: `What to do: ${error.remedy}.`,
      },
    });
  }
}
