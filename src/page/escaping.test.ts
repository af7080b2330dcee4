import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badge } from './badge.ts';
import { breadcrumb } from './breadcrumb.ts';
import { button, linkButton } from './button.ts';
import { callout } from './callout.ts';
import { card } from './card.ts';
import { checkboxGroup } from './checkboxGroup.ts';
import { columns } from './columns.ts';
import { definitionList } from './definitionList.ts';
import { details } from './details.ts';
import { dotInterval } from './dotInterval.ts';
import { emptyState } from './emptyState.ts';
import { factSheetLayout } from './factSheetLayout.ts';
import { figure } from './figure.ts';
import { fileField } from './fileField.ts';
import { form } from './form.ts';
import { itemList } from './itemList.ts';
import { lineChart } from './lineChart.ts';
import { matrix } from './matrix.ts';
import { numberLink } from './numberLink.ts';
import { paceBar } from './paceBar.ts';
import { pageHeading } from './pageHeading.ts';
import { pager } from './pager.ts';
import { progress } from './progress.ts';
import { radioGroup } from './radioGroup.ts';
import { section } from './section.ts';
import { selectField } from './selectField.ts';
import { shell } from './shell.ts';
import { smallMultiples } from './smallMultiples.ts';
import { subNavigation } from './subNavigation.ts';
import { table } from './table.ts';
import { textArea } from './textArea.ts';
import { textField } from './textField.ts';

const x = `"'></title></textarea><script>alert(1)</script>`;
const bad = 'javascript:alert(1)';
const field = { id: x, name: x, label: x, hint: x, error: x };
const choices = [{ value: x, label: x, hint: x }];
const text = { id: x, title: x, sentence: x, description: x, source: x };
const axis = { unit: x, tickSuffix: x };
const points = [2024, 2025].map((year) => ({ year, value: year, text: x }));
const series = [{ name: x, role: 'a' as const, points }];
const band = { name: x, points: [{ year: 2024, low: 0, high: 1, text: x }] };
const reference = { value: 0, label: x };
const dot = { name: x, role: 'b' as const, value: 1, text: x, interval: { low: 0, high: 2, text: x } };
const rows = [{ label: x, dots: [dot, { ...dot, value: null }] }];
const part = { title: x, body: x };
const person = { name: x, role: x, href: bad, signOutAction: bad, csrfToken: x };

const made: Readonly<Record<string, unknown>> = {
  badge: badge('info', x),
  breadcrumb: breadcrumb([{ label: x, href: bad }, { label: x }]),
  button: button({ label: x, name: x, value: x }),
  linkButton: linkButton({ label: x, href: bad }),
  callout: callout({ kind: 'refusal', title: x, body: x, id: x }),
  card: card({ title: x, body: x, href: bad, id: x, badges: x, footer: x }),
  checkboxGroup: checkboxGroup({ ...field, choices, values: [x] }),
  columns: columns('two', [x, x]),
  definitionList: definitionList([{ term: x, description: x }]),
  details: details({ summary: x, body: x }),
  dotInterval: dotInterval({ ...text, axis, rowName: x, rows, reference }),
  emptyState: emptyState({ title: x, body: x, action: x }),
  factSheetLayout: factSheetLayout({
    title: x,
    kind: x,
    date: x,
    parts: [part],
    glance: { title: x, parts: [part] },
    figures: [x],
    quote: { text: x, who: x, when: x },
    contact: part,
    boards: [part],
    foot: x,
  }),
  figure: figure({ label: x, value: x, unit: x, change: x, badges: x, explainHref: bad }),
  fileField: fileField({ ...field, accept: x }),
  form: form({
    action: bad,
    csrfToken: x,
    body: x,
    submit: x,
    id: x,
    errors: [{ field: x, message: x }],
    second: x,
  }),
  itemList: itemList([{ title: x, href: bad, badges: x, body: x, meta: x, action: x }]),
  lineChart: lineChart({ ...text, level: 2, axis, series, band, reference, targets: series }),
  matrix: matrix({
    caption: x,
    corner: x,
    columns: [x],
    note: x,
    rows: [{ header: x, cells: [{ state: 'hole', words: x, href: bad }] }],
  }),
  numberLink: numberLink({ text: x, href: bad, about: x }),
  paceBar: paceBar({
    id: x,
    title: x,
    role: 'a',
    unit: x,
    required: { value: 1, text: x },
    better: 'up',
    status: x,
    sentence: x,
    actual: { value: 1, text: x, interval: { low: 0, high: 2, text: x } },
  }),
  pageHeading: pageHeading({ title: x, eyebrow: x, lead: x, trail: x, badges: x, meta: x, actions: x }),
  pager: pager({ position: x, previousHref: bad, nextHref: bad }),
  progress: progress({ label: x, done: 1, total: 2 }),
  radioGroup: radioGroup({ ...field, choices, value: x }),
  section: section({ title: x, body: x, id: x, lead: x, action: x }),
  selectField: selectField({
    ...field,
    value: x,
    empty: x,
    options: [{ group: x, options: choices }, ...choices],
  }),
  shell: shell({
    title: x,
    description: x,
    product: x,
    homeHref: bad,
    partnership: { name: x, href: bad },
    person,
    navigation: [{ label: x, href: bad }],
    banner: x,
    body: x,
    sources: x,
  }),
  smallMultiples: smallMultiples({ ...text, axis, reference, multiples: [{ label: x, series }] }),
  subNavigation: subNavigation(x, [{ label: x, href: bad }]),
  table: table({
    caption: x,
    phone: 'scroll' as const,
    rows: [x],
    empty: x,
    note: x,
    columns: [{ header: x, cell: (row: string) => row }],
  }),
  textArea: textArea({ ...field, value: x }),
  textField: textField({ ...field, value: x, unit: x, autocomplete: x, min: x, max: x }),
};

test('33 parts with a script in every slot for text come out with every script as text', () => {
  assert.equal(Object.keys(made).length, 33);
  for (const [name, markup] of Object.entries(made)) {
    const written = String(markup);
    assert.ok(written.includes('&lt;script&gt;alert(1)'), `${name} shows the text`);
    assert.doesNotMatch(written, /<script>|<\/textarea><s/, name);
  }
});

test('no quote in a text ends an attribute: every tag of the 33 parts reads as name and quoted values', () => {
  const tag = /<\/?[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:="[^"<>]*")?)*\s*\/?>|<!doctype html>/g;
  for (const [name, markup] of Object.entries(made))
    assert.doesNotMatch(String(markup).replace(tag, ''), /[<>]/, name);
});

test('no address that runs script is linked or sent to', () => {
  for (const [name, markup] of Object.entries(made)) assert.doesNotMatch(String(markup), /javascript:/, name);
});
