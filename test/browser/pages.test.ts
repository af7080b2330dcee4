import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { patternsOf, everyPage } from './everyPage.ts';
import { printed } from './printed.ts';
import { refusedForms } from './refusedForms.ts';
import { openSite, type Site } from './site.ts';
import { visitorPages } from './visitorPages.ts';

let opened: Site | undefined;
before(async () => {
  opened = await openSite();
});
after(() => opened?.close());

function site(): Site {
  assert.ok(opened, 'the hub did not start');
  return opened;
}

everyPage(site, patternsOf('the rest'));
visitorPages(site);
refusedForms(site);
printed(site);

test('the hub met no fault meanwhile', () => {
  assert.deepEqual(
    site().hub.log.filter(({ kind }) => kind === 'fault'),
    [],
  );
});
