import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkboxGroup } from './checkboxGroup.ts';
import { form } from './form.ts';
import { html } from './html.ts';
import { radioGroup } from './radioGroup.ts';
import { selectField } from './selectField.ts';
import { textArea } from './textArea.ts';
import { textField } from './textField.ts';

const message = 'Write the target as a number.';

test('an error is said at the top with a link to its field, and at the field, which names hint and error', () => {
  const field = textField({
    id: 'value',
    name: 'value',
    label: 'Target',
    hint: 'In points.',
    error: message,
  });
  const markup = String(
    form({
      action: '/t',
      csrfToken: 'k',
      submit: 'Save',
      errors: [{ field: 'value', message }],
      body: field,
    }),
  );
  assert.match(markup, /<div class="error-summary" role="alert" tabindex="-1">/);
  assert.match(markup, /<a href="#value">Write the target as a number\.<\/a>/);
  assert.match(markup, /<label for="value">Target<\/label>/);
  assert.match(
    markup,
    /id="value" name="value" required aria-describedby="value-hint value-error" aria-invalid="true"/,
  );
  assert.match(markup, /<p class="field-error" id="value-error"><strong>Error:<\/strong> Write the target/);
});

test('a posting form carries its token, cannot be made without one, and a filter needs none', () => {
  const post = { action: '/t', submit: 'Save', body: html`` };
  assert.match(
    String(form({ ...post, csrfToken: 'k"1' })),
    /<input type="hidden" name="csrf" value="k&quot;1">/,
  );
  assert.throws(() => form(post), /posts without its token/);
  assert.doesNotMatch(String(form({ ...post, method: 'get', csrfToken: 'k' })), /csrf/);
});

test('a field without error has no aria-invalid and an optional one is not required', () => {
  const markup = String(textField({ id: 'a', name: 'a', label: 'A', optional: true }));
  assert.doesNotMatch(markup, /aria-invalid|aria-describedby|required/);
  assert.match(markup, /\(optional\)/);
});

test('a number is text with a number pad, so that nothing a person typed is lost', () => {
  const markup = String(textField({ id: 'a', name: 'a', label: 'A', type: 'number', value: 'fifty' }));
  assert.match(markup, /type="text" inputmode="decimal" value="fifty"/);
});

test('a select marks 1 of its options and starts with an empty choice unless told not to', () => {
  const field = {
    id: 's',
    name: 's',
    label: 'S',
    value: 'b',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
  };
  assert.match(
    String(selectField(field)),
    /<option value="">Choose one<\/option><option value="a">A<\/option><option value="b" selected>B/,
  );
  assert.doesNotMatch(String(selectField({ ...field, empty: null })), /Choose one/);
});

test('text of several lines that starts with a line break keeps it', () => {
  assert.match(
    String(textArea({ id: 't', name: 't', label: 'T', value: '\nsecond' })),
    />\n\nsecond<\/textarea>/,
  );
});

test('choices stand in a fieldset, the first has the id that errors lead to, and each its own label', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B', hint: 'About B' },
  ];
  const radios = String(
    radioGroup({ id: 'k', name: 'k', label: 'Kind', choices, value: 'b', error: message }),
  );
  assert.match(
    radios,
    /<fieldset class="field field-wrong" aria-describedby="k-error"><legend>Kind<\/legend>/,
  );
  assert.match(radios, /<input type="radio" id="k" name="k" value="a" required><label for="k">A/);
  assert.match(radios, /id="k-2" name="k" value="b" checked required aria-describedby="k-2-about"/);
  const boxes = String(checkboxGroup({ id: 'g', name: 'g', label: 'Groups', choices, values: ['a'] }));
  assert.equal(boxes.match(/ checked/g)?.length, 1);
});
