import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Content, html } from './html.ts';

test('text is escaped and finished markup is not', () => {
  assert.equal(
    String(html`<p>${'<b>&"\''} ${html`<i>x</i>`}</p>`),
    '<p>&lt;b&gt;&amp;&quot;&#39; <i>x</i></p>',
  );
});

test('lists are joined at any depth, numbers stand, and null, undefined and booleans give nothing', () => {
  const deep: Content = [1, [html`<i>2</i>`, ['<3']], null, undefined, false, true, 0];
  assert.equal(String(html`${deep}`), '1<i>2</i>&lt;30');
});

test('markup that was turned into plain text is escaped when it comes back', () => {
  assert.equal(String(html`${`${html`<i>x</i>`}`}`), '&lt;i&gt;x&lt;/i&gt;');
});

test('a promise in markup is a fault, not the text [object Promise]', () => {
  assert.throws(() => html`${Promise.resolve('x') as unknown as string}`, /await it first/);
});
