import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everyPage, patternsOf } from './everyPage.ts';
import { openSite, type Site } from './site.ts';

let opened: Site | undefined;
before(async () => {
  opened = await openSite();
});
after(() => opened?.close());

function site(): Site {
  assert.ok(opened, 'the hub did not start');
  return opened;
}

everyPage(site, patternsOf('who can help'));

test('the hub met no fault meanwhile', () => {
  assert.deepEqual(
    site().hub.log.filter(({ kind }) => kind === 'fault'),
    [],
  );
});
