import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { assetBase } from './assetPath.ts';
import { pageHeading } from './pageHeading.ts';
import { shell } from './shell.ts';

const page = {
  title: 'Benchmarks',
  partnership: { name: 'Fresno–Long Beach', href: '/p' },
  navigation: [
    { label: 'Evidence', href: '/e' },
    { label: 'Benchmarks', href: '/b', current: true },
  ],
  person: { name: 'Maria Delgado', role: 'Coordinator', signOutAction: '/sign-out', csrfToken: 'k' },
  body: pageHeading({ title: 'Benchmarks' }),
};

test('a page is one document with its language, title, 1 main, 1 h1 and a skip link to the main part', () => {
  const markup = String(shell(page));
  assert.ok(markup.startsWith('<!doctype html>\n<html lang="en">'));
  assert.match(markup, /<title>Benchmarks · Fresno–Long Beach · Tandem<\/title>/);
  assert.match(markup, /<body[^>]*>\s*<a class="skip" href="#content">/);
  assert.equal(markup.match(/<main id="content"/g)?.length, 1);
  assert.equal(markup.match(/<h1/g)?.length, 1);
});

test('exactly 1 of 2 places is marked as the current page', () => {
  const markup = String(shell(page));
  assert.match(markup, /<a href="\/b" aria-current="page">Benchmarks<\/a>/);
  assert.equal(markup.match(/aria-current/g)?.length, 1);
});

test('the menu button opens the popover of its id, and sign-out is a form with its token', () => {
  const markup = String(shell(page));
  assert.match(markup, /popovertarget="site-menu">Menu/);
  assert.match(markup, /id="site-menu" popover/);
  assert.match(markup, /<form method="post" action="\/sign-out"><input type="hidden" name="csrf" value="k">/);
});

test('a page without places and person has no menu, and a Spanish one says Ir al contenido', () => {
  const markup = String(shell({ title: 'Hola', language: 'es', body: '' }));
  assert.doesNotMatch(markup, /site-menu/);
  assert.match(markup, /<html lang="es">/);
  assert.match(markup, /Ir al contenido/);
});

test('nothing on the page needs more than the content policy allows: no inline script, style or handler', () => {
  const markup = String(shell({ ...page, banner: 'Sample' }));
  assert.doesNotMatch(markup, /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
});

test('every file of ours that a page asks for is in public', () => {
  const asked = [...String(shell(page)).matchAll(new RegExp(`(?:href|src)="${assetBase}/([^"]+)"`, 'g'))];
  assert.ok(asked.length >= 11, `${asked.length} files`);
  for (const [, file] of asked) assert.ok(existsSync(`public/${file}`), file);
});
