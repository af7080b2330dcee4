import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Fault, fakeOds } from '../../test/vault/fakeOds.ts';
import { edfiResources } from '../vocabulary/edfiResources.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { type Fetched, fetchBundle } from './fetchBundle.ts';
import { odsAddress, ownAddress } from './odsAddress.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-ods-'));
after(() => rmSync(scratch, { recursive: true }));
let files = 0;

type Record = { readonly [name: string]: unknown };

const students = (count: number): Record[] =>
  Array.from({ length: count }, (_, at) => ({ studentUniqueId: `U${at}`, firstName: 'Ana', id: `id ${at}` }));

/** Every collection of the vault, empty but for these. */
const filled = (some: { readonly [name: string]: Record[] }): Map<string, Record[]> =>
  new Map([
    ...Object.values(edfiResources).map((name): [string, Record[]] => [name, []]),
    ...Object.entries(some),
  ]);

type Said = {
  readonly fetched?: Fetched;
  readonly refusal: string;
  readonly waits: number[];
  readonly path: string;
};

/** Fetches in a test's patience: 4 tries, a fifth of a second for an answer, and waits that are only written down. */
async function fetchFrom(
  url: string,
  more: { year?: number; secret?: string; path?: string } = {},
): Promise<Said> {
  files += 1;
  const path = more.path ?? join(scratch, `${files}.ndjson`);
  const waits: number[] = [];
  try {
    const fetched = await fetchBundle(path, {
      ods: odsAddress(url),
      credentials: { key: 'key', secret: more.secret ?? 'secret' },
      year: more.year ?? null,
      without: new Set(),
      patience: {
        timeout: 200,
        tries: 4,
        wait: async (ms) => {
          waits.push(ms);
        },
      },
      now: () => new Date('2026-11-25T08:00:00Z'),
      progress: () => undefined,
    });
    return { fetched, refusal: '', waits, path };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { refusal: cause.message, waits, path };
  }
}

type Options = Parameters<typeof fakeOds>[1];

async function fetchOf(
  some: { [name: string]: Record[] },
  options: Options = {},
  more: Parameters<typeof fetchFrom>[1] = {},
) {
  const ods = await fakeOds(filled(some), options);
  try {
    return { ...(await fetchFrom(ods.url, more)), asked: ods.asked, tokens: ods.tokens() };
  } finally {
    await ods.close();
  }
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n').slice(1, -1);

test('1,201 students come in 3 pages by offset and in 4 by cursor, the same lines, without names', async () => {
  const byOffset = await fetchOf({ students: students(1201) }, { version: '7.2' });
  const byCursor = await fetchOf({ students: students(1201) });
  assert.deepEqual(
    byOffset.asked.filter((path) => path.includes('/students')),
    [
      '/data/v3/ed-fi/students?offset=0&limit=500&totalCount=true',
      '/data/v3/ed-fi/students?offset=500&limit=500',
      '/data/v3/ed-fi/students?offset=1000&limit=500',
      '/data/v3/ed-fi/students?offset=0&limit=1&totalCount=true',
    ],
  );
  assert.deepEqual(
    byCursor.asked.filter((path) => path.includes('/students')),
    [
      '/data/v3/ed-fi/students?pageSize=500',
      '/data/v3/ed-fi/students?pageSize=500&pageToken=t500',
      '/data/v3/ed-fi/students?pageSize=500&pageToken=t1000',
      '/data/v3/ed-fi/students?pageSize=500&pageToken=t1500',
    ],
  );
  assert.equal(byOffset.fetched?.records.students, 1201);
  assert.ok(linesOf(byCursor.path).join('\n') === linesOf(byOffset.path).join('\n'));
  assert.equal(
    linesOf(byCursor.path)[0],
    '{"resource":"students","record":{"id":"id 0","studentUniqueId":"U0"}}',
  );
});

test('a token that runs out midway is renewed and no record is missing; one that is refused at once is given up', async () => {
  const said = await fetchOf(
    { students: students(1201) },
    { before: (path) => (path.endsWith('pageToken=t500') ? 'expire' : undefined) },
  );
  assert.equal(
    said.refusal,
    'The ODS gives a token and then refuses it at /data/v3/ed-fi/students. Nothing was kept.',
  );
  let times = 0;
  const once = (path: string): Fault | undefined =>
    path.endsWith('pageToken=t500') && ++times === 1 ? 'expire' : undefined;
  const renewed = await fetchOf({ students: students(1201) }, { before: once });
  assert.deepEqual([renewed.fetched?.records.students, renewed.tokens], [1201, 2]);
});

test('429 is waited for as long as it says, at most a minute; 503, a lost, a cut and a late answer 1, 2 and 4 s', async () => {
  const faults: Fault[] = [
    { status: 429, retryAfter: 7 },
    { status: 429, retryAfter: 9000 },
    { status: 503 },
  ];
  const slow = await fetchOf(
    { students: students(3) },
    { before: (path) => (path.includes('/students') ? faults.shift() : undefined) },
  );
  assert.deepEqual([slow.fetched?.records.students, slow.waits], [3, [7000, 60_000, 4000]]);
  const more: Fault[] = ['drop', 'cut', 'hang'];
  const lost = await fetchOf(
    { students: students(3) },
    { before: (path) => (path.includes('/students') ? more.shift() : undefined) },
  );
  assert.deepEqual([lost.fetched?.records.students, lost.waits], [3, [1000, 2000, 4000]]);
});

test('an ODS that stays away is given up after 4 tries; the file of before stays, and no part of a new one', async () => {
  const path = join(scratch, 'kept.ndjson');
  writeFileSync(path, 'before');
  const said = await fetchOf(
    { students: students(600) },
    { before: (asked) => (asked.includes('pageToken') ? { status: 500 } : undefined) },
    { path },
  );
  assert.match(
    said.refusal,
    /\/data\/v3\/ed-fi\/students answered 500, 4 times\. Nothing was kept; try again later\.$/,
  );
  assert.deepEqual([readFileSync(path, 'utf8'), existsSync(`${path}.part`)], ['before', false]);
});

test('records that come or go while they are read by offset are read again, and refused the third time', async () => {
  const moving = students(1100);
  let [asked, removed] = [0, false];
  const remove = (path: string): undefined => {
    if (path.includes('students?offset=500') && !removed) {
      removed = true;
      moving.splice(0, 1);
    }
  };
  const settled = await fetchOf({ students: moving }, { version: '7.2', before: remove });
  assert.equal(settled.fetched?.records.students, 1099);
  assert.equal(new Set(linesOf(settled.path)).size, 1099);
  const restless = students(600);
  const grow = (path: string): undefined => {
    if (path.includes('students?offset=500')) restless.unshift({ id: `new ${(asked += 1)}` });
  };
  const refused = await fetchOf({ students: restless }, { version: '7.2', before: grow });
  assert.equal(
    refused.refusal,
    'Records of students came and went each of 3 times that they were read. Fetch when nobody writes to the ODS.',
  );
});

test('what is no ODS of 5.2, does not know the key, sends on or gives another host is refused in a sentence without the secret', async () => {
  const cases: readonly (readonly [RegExp, Options, Parameters<typeof fetchFrom>[1]?])[] = [
    [/^The ODS does not know this key and secret\./, {}, { secret: 'wrong-secret-7' }],
    [/^The ODS is of the Ed-Fi data standard 4\.0\.0; Tandem reads 5\.2/, { standard: '4.0.0' }],
    [/is no Ed-Fi API: it does not name its data model\.$/, { description: { dataModels: [] } }],
    [
      /^The ODS at http:\/\/127\.0\.0\.1:\d+ gives https:\/\/elsewhere\.example for where its data are\. Nothing was sent there/,
      {
        description: {
          urls: { oauth: 'https://elsewhere.example/oauth', dataManagementApi: 'https://elsewhere.example' },
        },
      },
    ],
    [
      /^The ODS keeps each school year apart: name one with --year\.$/,
      { description: { urls: { dataManagementApi: 'http://127.0.0.1/{schoolYearFromRoute}/data/v3/' } } },
    ],
    [
      /students sends on to another address/,
      { before: (path) => (path.includes('/students') ? { status: 302 } : undefined) },
    ],
    [
      /^The key may not read students\. Ask its operator for it, or leave it out: --without students$/,
      { before: (path) => (path.includes('/students') ? { status: 403 } : undefined) },
    ],
    [
      /^What the ODS answered for schools is no list of records\./,
      { before: (path) => (path.includes('/schools') ? { status: 200, text: '<html>' } : undefined) },
    ],
  ];
  for (const [sentence, options, more] of cases) {
    const { refusal, path } = await fetchOf({}, options, more ?? {});
    assert.match(refusal, sentence);
    assert.doesNotMatch(refusal, /secret-7/);
    assert.ok(!existsSync(path) && !existsSync(`${path}.part`));
  }
  for (const address of [
    'http://ods.example.org',
    'https://key:secret@ods.example.org',
    'ftp://x',
    'nowhere',
  ])
    assert.throws(() => odsAddress(address), Refusal);
  const given = ownAddress(
    'http://ods.example.org/v7/oauth/token',
    odsAddress('https://ods.example.org/v7'),
    null,
    '',
  );
  assert.equal(given.href, 'https://ods.example.org/v7/oauth/token');
  const ofYear = ownAddress(
    'https://ods.example.org/{schoolYearFromRoute}/data/v3/',
    odsAddress('https://ods.example.org'),
    2026,
    '',
  );
  assert.equal(ofYear.href, 'https://ods.example.org/2026/data/v3/');
});
