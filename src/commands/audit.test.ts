import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { auditCommand } from './audit.ts';

async function run(args: string[], stdin: object) {
  const said = { out: '', err: '' };
  const code = await auditCommand(args, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    stdin: Readable.from([Buffer.from(JSON.stringify(stdin))]),
  });
  return { code, ...said };
}

/** Two rows of a published 10 and 20; what is not named is published. */
function table(hidden: Readonly<Record<string, object>>) {
  const values = { a: 4, b: 6, s: 10, c: 8, d: 12, t: 20, u: 12, v: 18 };
  const cells = Object.entries(values).map(([id, value]) => ({ id, value, ...hidden[id] }));
  const sum = (total: string, ...parts: string[]) => ({
    terms: [[total, -1], ...parts.map((part) => [part, 1])],
  });
  return {
    cells,
    relations: [sum('s', 'a', 'b'), sum('t', 'c', 'd'), sum('u', 'a', 'c'), sum('v', 'b', 'd')],
  };
}

const sensitive = { status: 'sensitive', protectLower: 2, protectUpper: 2 };
const suppressed = { status: 'suppressed' };

test('four hidden cells of a 2 x 2 table: a lies in [0, 10] and is protected: exit 0', async () => {
  const hidden = { a: sensitive, b: suppressed, c: suppressed, d: suppressed };
  const { code, out, err } = await run(['-', '--json'], table(hidden));
  const { status, audit } = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual([code, err, status], [0, '', 'protected']);
  assert.deepEqual(audit, [{ id: 'a', value: 4, lower: 0, upper: 10, protected: true }]);
  const every = JSON.parse((await run(['-', '--json', '--every'], table(hidden))).out) as { audit: object[] };
  assert.deepEqual(every.audit, [
    { id: 'a', value: 4, lower: 0, upper: 10, protected: true },
    { id: 'b', value: 6, lower: 0, upper: 10, protected: true },
    { id: 'c', value: 8, lower: 2, upper: 12, protected: true },
    { id: 'd', value: 12, lower: 8, upper: 18, protected: true },
  ]);
});

test('hidden with b alone, a is 12 - 8 for everybody: exposed, named on standard error, exit 1', async () => {
  const { code, out, err } = await run(['-'], table({ a: sensitive, b: suppressed }));
  assert.equal(code, 1);
  assert.match(err, /standard input: the cell "a" is exposed/);
  assert.match(out, /^Exposed\.\nAudit: 0 of 1 cells protected\.$/m);
  assert.match(out, /^a +4 +4 +4 +EXPOSED$/m);
});

test('a cell in no relation has no upper limit: null in JSON, in words without', async () => {
  const alone = { cells: [{ id: 'a', value: 4, ...sensitive }], relations: [] };
  const { out } = await run(['-', '--json'], alone);
  assert.deepEqual((JSON.parse(out) as { audit: object[] }).audit, [
    { id: 'a', value: 4, lower: 0, upper: null, protected: true },
  ]);
  assert.match((await run(['-'], alone)).out, /^a +4 +0 +no limit +protected/m);
});
