import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { vaultPages } from '../../src/vault/pages/vaultPages.ts';
import { mountSmallDisk } from '../smallDisk.ts';
import { caasppFile, calpadsFile } from './intakeDistrict.ts';
import { formBody, type PagesUnderTest, pagesUnderTest } from './pagesUnderTest.ts';

let opened: PagesUnderTest | undefined;
before(async () => {
  opened = await pagesUnderTest();
});
after(() => opened?.close());

function pages(): PagesUnderTest {
  assert.ok(opened, 'the pages did not start');
  return opened;
}

const students = [1, 2, 3, 4].map((n) => ({ ssid: `100000000${n}`, localId: `L${n}` }));
const scores = ['2528', '2548', '2488', '2508'];
const levels = ['3', '3', '2', '2'];
const senr = calpadsFile('SENR', students);
const caaspp = (changed: Readonly<Record<string, string>> = {}) =>
  caasppFile(
    '2024',
    students.map((one, i) => ({
      ...one,
      score: scores[i] ?? '',
      level: levels[i] ?? '',
      ...(i === 3 ? changed : {}),
    })),
  );
const plainGets = vaultPages.filter(({ method, path }) => method === 'get' && !path.includes(':'));

test('the link lets in one browser, once; the cookie is of this site alone and out of reach of script', async () => {
  const again = await pages().get(pages().startPath);
  assert.equal(again.status, 403);
  const other = await pages().get('/start/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  assert.equal(other.status, 403);
  const fresh = await pagesUnderTest();
  try {
    const head = await fresh.ask('HEAD', fresh.startPath);
    assert.equal(head.status, 403);
    assert.equal((await fresh.get('/')).status, 200);
  } finally {
    await fresh.close();
  }
});

test('a program that only looks at the link (HEAD) does not use it up, and the cookie is strict', async () => {
  const { makeGate } = await import('../../src/vault/serve/gate.ts');
  const { Hono } = await import('hono');
  const gate = makeGate(7420, () => undefined);
  const app = new Hono().all('/start/:secret', gate.start);
  const ask = (method: string) => app.request(`http://127.0.0.1:7420${gate.startPath}`, { method });
  assert.equal((await ask('HEAD')).status, 403);
  const answer = await ask('GET');
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^tandem-vault-7420=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
});

for (const { path } of plainGets) {
  test(`${path}: kept by nobody and without a frame for us; nothing without the cookie, for another host or from another page`, async () => {
    const own = await pages().get(path);
    assert.equal(own.status, 200, own.text);
    assert.equal(own.headers.get('cache-control'), 'no-store');
    assert.match(
      own.headers.get('content-security-policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    assert.equal((await pages().ask('GET', path, { headers: { cookie: null } })).status, 403);
    assert.equal(
      (await pages().ask('GET', path, { headers: { cookie: 'tandem-vault-7420=x' } })).status,
      403,
    );
    for (const host of ['evil.example:7420', '127.0.0.1', '127.0.0.1:7421', 'evil.127.0.0.1:7420']) {
      assert.equal((await pages().ask('GET', path, { headers: { host } })).status, 421, host);
    }
    for (const site of ['same-site', 'cross-site']) {
      assert.equal(
        (await pages().ask('GET', path, { headers: { 'sec-fetch-site': site } })).status,
        403,
        site,
      );
    }
    const origin = await pages().ask('GET', path, { headers: { origin: 'http://127.0.0.1:9999' } });
    assert.equal(origin.status, 403);
    assert.doesNotMatch(
      own.text,
      /(?:src|href|action)="(?:https?:)?\/\//,
      'something of the page comes from outside',
    );
  });
}

for (const { path } of vaultPages.filter(({ method }) => method === 'post')) {
  test(`POST ${path}: nothing is done without our own origin, and nothing without the token of this start`, async () => {
    const form = formBody({ csrf: pages().formToken });
    const foreign: readonly Readonly<Record<string, string | null>>[] = [
      { origin: null, 'sec-fetch-site': null },
      { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' },
      { cookie: null },
    ];
    for (const headers of foreign) {
      const refused = await pages().ask('POST', path, { ...form, headers: { ...form.headers, ...headers } });
      assert.equal(refused.status, 403, JSON.stringify(headers));
    }
    const without = await pages().post(path, { csrf: 'x' });
    assert.ok([403, 409].includes(without.status), `${without.status}`);
  });
}

test('four students of two files: each is told as loaded, and no copy of what was handed in is left', async () => {
  const page = await pages().upload(['senr.txt', senr], ['caaspp.csv', caaspp()]);
  assert.match(page.text, /2 files loaded with 8 rows\./);
  assert.match(page.text, /CAASPP student file, 2023-24/);
  assert.match(page.text, /4 rows kept, 4 new students\./);
  assert.deepEqual(pages().handedIn(), []);
});

test('the same file again is told as loaded already; a corrected one takes its place, 1 row changed', async () => {
  const same = await pages().upload(['copy of caaspp.csv', caaspp()]);
  assert.match(same.text, /0 files loaded with 0 rows, 1 loaded already\./);
  const corrected = await pages().upload(['caaspp.csv', caaspp({ score: '2518' })]);
  assert.match(
    corrected.text.replaceAll(/<[^>]+>/g, ''),
    /Takes the place of caaspp\.csv: 0 rows added, 0 removed, 1 changed\./,
  );
  await pages().upload(['caaspp 2.csv', caaspp({ include: 'Y', elStatus: 'EL' })]);
});

test('a broken extract is refused and its findings shown with line, column and remedy, without what stood there', async () => {
  const page = await pages().upload(
    ['bad.csv', caaspp({ ssid: '1000000004', level: '4' })],
    ['odd.txt', 'no header\n'],
  );
  assert.match(page.text, /0 files loaded with 0 rows, 2 refused\./);
  const link = /href="(\/findings\?file=\d+)">1 error<span class="visually-hidden"> of bad\.csv/.exec(
    page.text,
  )?.[1];
  const findings = await pages().get(link ?? 'no link');
  assert.equal(findings.status, 200);
  for (const words of [
    'Findings in bad.csv',
    'It was refused: nothing of it was kept.',
    'Level must follow from score',
    'Line 5',
    'AchievementLevels',
    'level 4',
  ]) {
    assert.ok(findings.text.includes(words), words);
  }
  assert.doesNotMatch(findings.text, /1000000004|L4\b/);
  const all = await pages().get('/findings');
  assert.match(all.text, /Layout must be known/);
  const csv = await pages().get(`/findings.csv${new URL(link ?? '', 'http://x').search}`);
  assert.match(
    csv.text,
    /^\uFEFFfile,line,column,rule|bad\.csv,5,AchievementLevels,levelMustFollowFromScore,error,level 4,/,
  );
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment; filename="findings\.csv"/);
  assert.match((await pages().get('/')).text, /2 files were refused, the last of them (odd\.txt|bad\.csv)\./);
  const workbook = await pages().get('/findings.xlsx');
  assert.equal(Buffer.from(workbook.bytes).toString('latin1', 0, 2), 'PK');
  assert.deepEqual(pages().handedIn(), []);
});

test('a refused file is asked for at the start until one of its name or kind is taken in', async () => {
  await pages().upload(['bad.csv', caaspp({ gender: 'M' })]);
  assert.match((await pages().get('/')).text, /odd\.txt was refused\./);
});

test('Compute pressed in two tabs at once is one job; the page, the CSV and the vault agree on the sum of 4 students', async () => {
  const [one, two] = await Promise.all([
    pages().post('/measures/compute'),
    pages().post('/measures/compute'),
  ]);
  assert.equal(one.location, two.location);
  const done = await pages().ended(one.location ?? '');
  assert.match(done.text, /measures? of 1 year: /);
  const runs = await pages().vault.rows<{ runs: number }>({
    name: 'countRuns',
    text: 'select count(*)::integer as runs from measure_run',
    parameters: [],
  });
  assert.equal(runs[0]?.runs, 1);
  const [count] = await pages().vault.rows<{ n: number; sum: string }>({
    name: 'selectSum',
    text: "select n, sum from count where measure_id = 'math_dfs' and school_cds = '00000000000000' and grade = 'all' and student_group = 'ALL'",
    parameters: [],
  });
  // Level 3 begins at 2528 in grade 5: 0, +20, -40 and -20 points.
  assert.deepEqual([count?.n, Number(count?.sum)], [4, -40]);
  const page = await pages().get('/measures/math_dfs');
  assert.match(page.text, /<td class="number">−10\.0<br><span class="quiet">n 4<\/span>/);
  assert.match(page.text, /All students: −10\.0 points in 2023-24 \(n 4\)\./);
  assert.match(page.text, /Raw counts, not for sharing\./);
  const csv = await pages().get('/measures/math_dfs/counts.csv?group=ALL');
  assert.match(
    csv.text,
    /^math_dfs,.*,00000000000000,ALL,all,2024,4,,-40\.0000,,−10\.0 points,[0-9a-f]{64},[0-9a-f]{64}\r?$/m,
  );
  assert.match(csv.headers.get('content-disposition') ?? '', /raw-counts-not-for-sharing/);
  const school = await pages().get('/measures/math_dfs?school=10621660000001&group=ALL&grade=5&year=2024');
  assert.match(school.text, /First Elementary/);
  const definition = await pages().get('/measures/math_dfs/definition.txt');
  assert.match(
    definition.text,
    /definition hash [0-9a-f]{64}\nrule hash {7}[0-9a-f]{64}[\s\S]*-- name: math_dfs/,
  );
});

test('what the vault does not know is not found, and what is no number of a page is the first', async () => {
  for (const path of ['/measures/nothing', '/findings?file=999', '/work/999', '/nothing']) {
    assert.equal((await pages().get(path)).status, 404, path);
  }
  assert.equal((await pages().get('/findings?rule=levelMustFollowFromScore&page=-7')).status, 200);
  assert.equal(
    (await pages().get("/measures/math_dfs?school=x'; drop table count; --&page=99999")).status,
    200,
  );
});

test('a form without a file, one that is cut off and one of an earlier start: said, and nothing is left of them', async () => {
  const none = await pages().upload();
  assert.equal(none.status, 422);
  assert.match(none.text, /Choose at least one file\./);
  const head = '--line\r\nContent-Disposition: form-data; name=';
  const multipart = (body: string) =>
    pages().ask('POST', '/load', { body, headers: { 'content-type': 'multipart/form-data; boundary=line' } });
  const file = `${head}"files"; filename="a.csv"\r\n\r\nhalf a fi`;
  const cut = await multipart(`${head}"csrf"\r\n\r\n${pages().formToken}\r\n${file}`);
  assert.equal(cut.status, 409);
  assert.match(cut.text, /What was sent ended too early\. Nothing of it was loaded/);
  const stale = await multipart(`${file}\r\n--line--\r\n`);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /of an earlier start/);
  assert.deepEqual(pages().handedIn(), []);
});

test('a file larger than the disk has room for is refused in a sentence, and none of it stays', async (t) => {
  const disk = mountSmallDisk(1024 * 1024);
  if ('why' in disk) return t.skip(disk.why);
  const small = await pagesUnderTest(disk.folder);
  try {
    const page = await small.upload(['large.csv', 'x'.repeat(2 * 1024 * 1024)]);
    assert.equal(page.status, 409);
    assert.match(page.text, /The disk of the vault is full: what was being written is not kept/);
    assert.deepEqual([small.handedIn(), small.faults], [[], []]);
  } finally {
    await small.close();
    disk.unmount();
  }
});

test('the pages met no fault', () => {
  assert.deepEqual(pages().faults, []);
});
