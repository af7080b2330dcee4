import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { Hono } from 'hono';
import { openListener } from '../../web/openListener.ts';
import { requireOwnUser, userOf } from './ownUser.ts';

/** Two connections of this machine as a kernel listed them: by user 1000 from port 45678 to 7420, and the server's end of it. */
const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1CFC 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1CFC 0100007F:B26E 01 00000000:00000000 00:00000000 00000000     0        0 31339 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:B26E 0100007F:1CFC 01 00000000:00000000 00:00000000 00000000  1000        0 31338 1 0000000000000000 20 4 30 10 -1
   3: 0000000000000000FFFF00000100007F:B26F 0000000000000000FFFF00000100007F:1CFC 01 00000000:00000000 00:00000000 00000000  1001        0 31340 1 0000000000000000 20 4 30 10 -1
`;

test('the table tells user 1000 of port 45678, user 1001 of one within IPv6, and nobody of port 45680', () => {
  assert.equal(userOf(table, 45_678, 7420), 1000);
  assert.equal(userOf(table, 45_679, 7420), 1001);
  assert.equal(userOf(table, 45_680, 7420), undefined);
});

test('a real connection of this user passes, and one of another user of the machine gets 403', async (t) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return t.skip('only root on Linux can ask as another');
  const listener = await openListener('127.0.0.1', 0);
  try {
    const app = new Hono();
    app.use(requireOwnUser());
    app.get('/', (context) => context.text('for you'));
    listener.serve(app);
    const ask = `exec 3<>/dev/tcp/127.0.0.1/${listener.port}; printf 'GET / HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3`;
    const asUser = async (uid: number): Promise<string> => {
      const asking = spawn('/bin/bash', ['-c', ask], { uid, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
      let said = '';
      asking.stdout.on('data', (text) => {
        said += String(text);
      });
      await once(asking, 'close');
      return said;
    };
    assert.match(await asUser(0), /^HTTP\/1\.1 200 [\s\S]*for you$/);
    assert.match(await asUser(65_534), /^HTTP\/1\.1 403 [\s\S]*the user of this machine who started them/);
  } finally {
    await listener.close();
  }
});
