import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { explanations } from './explanations.ts';
import { keyboard } from './keyboard.ts';
import { promises } from './promises.ts';
import { openSite, type Site } from './site.ts';
import { withoutScript } from './withoutScript.ts';

let opened: Site | undefined;
before(async () => {
  opened = await openSite();
});
after(() => opened?.close());

function site(): Site {
  assert.ok(opened, 'the hub did not start');
  return opened;
}

explanations(site);
keyboard(site);
withoutScript(site);
promises(site);

test('the hub met no fault meanwhile', () => {
  assert.deepEqual(
    site().hub.log.filter(({ kind }) => kind === 'fault'),
    [],
  );
});
