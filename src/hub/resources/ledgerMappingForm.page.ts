import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberAsk } from '../web/route.ts';
import type { LedgerImport } from './ledger.store.ts';
import { guessMapping, ledgerColumns } from './ledgerMapping.ts';
import type { LedgerPreview } from './ledgerPreview.store.ts';
import { periodFields } from './periodFields.page.ts';
import { ledgerFilePath } from './resourcesPlace.page.ts';

type Mapping = {
  readonly ask: MemberAsk;
  readonly file: LedgerImport;
  readonly preview: LedgerPreview;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** Which column is what, over the file's own first rows. Remembered for the district's next file. */
export function mappingForm({ ask, file, preview, written, errors }: Mapping): Content {
  const { headings, samples } = preview;
  const standing = file.mapping ?? guessMapping(headings, undefined);
  const isWritten = Object.keys(written).some((name) => name.startsWith('column-'));
  return html`${
    preview.reading
      ? ''
      : callout({
          kind: 'info',
          title: 'Say which column is what, and which days the file covers.',
          body: 'The headings alone did not tell everything. Your answer is remembered for the next file.',
        })
  }${card({
    title: 'Which column is what',
    body: html`${table({
      caption: 'The first rows of the file',
      captionHidden: true,
      phone: 'scroll',
      columns: headings.map((heading, i) => ({
        header: heading,
        cell: (row: readonly string[]) => row[i] ?? '',
      })),
      rows: samples,
    })}${form({
      action: `${ledgerFilePath(ask.home, file.id)}/columns`,
      csrfToken: ask.person.csrfToken,
      submit: 'Read it so',
      submitTone: preview.reading ? 'second' : 'main',
      errors: [...errors]
        .filter(([field]) => field !== 'version')
        .map(([field, message]) => ({ field, message })),
      body: html`<input type="hidden" name="version" value="${String(file.version)}"><div class="boxes">${ledgerColumns.map(
        ({ id, name, hint }) =>
          selectField({
            id: `column-${id}`,
            name: `column-${id}`,
            label: name,
            hint,
            optional: true,
            empty: 'No column',
            error: errors.get(`column-${id}`),
            value: isWritten ? written[`column-${id}`] : standing[id],
            options: headings.map((heading) => ({ value: heading, label: heading })),
          }),
      )}</div>${periodFields(
        {
          fromDay: written.fromDay ?? file.fromDay ?? '',
          untilDay: written.untilDay ?? file.untilDay ?? '',
        },
        errors,
        { first: 'The file covers from', last: 'until' },
      )}`,
    })}`,
  })}`;
}
