import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { exampleRelease, signedBy } from './exampleRelease.ts';
import { hashPolicy } from '../src/disclosure/policies/policy.ts';
import { tandemDefault } from '../src/disclosure/policies/tandemDefault.ts';
import { hashRelease } from '../src/release/hashRelease.ts';
import { sealRelease } from '../src/release/sealRelease.ts';
import type { Release } from '../src/vocabulary/release.ts';
import { runTandem } from '../src/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-audit-'));
after(() => rmSync(folder, { recursive: true }));

async function tandem(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await runTandem(args, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}
const { id, version } = tandemDefault;
const policy = { id, version, hash: hashPolicy(tandemDefault), threshold: 11 };
/** The next of these; of sixty so many counted. */
function following(earlier: readonly Release[], numerator: number, changed: Partial<Release> = {}): Release {
  const { tables, certificate } = exampleRelease();
  const last = earlier.at(-1);
  return exampleRelease({
    sequence: earlier.length + 1,
    previous: last ? hashRelease(last) : null,
    tables: tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) =>
        cell.seen === 'shown' ? { ...cell, numerator, value: (numerator / 0.6).toFixed(2) } : cell,
      ),
    })),
    certificate: { ...certificate, policy, audited: earlier.map(hashRelease) },
    ...changed,
  });
}
function written(name: string, release: Release): string {
  const path = join(folder, name);
  writeFileSync(path, sealRelease(signedBy(release)));
  return path;
}
const first = following([], 24);
const same = following([first], 24);
// Six of sixty more than in the first, of the same year: each release alone hides what it must.
const leaking = following([first], 30);
const [one, two, leak] = [
  written('one.gz', first),
  written('two.gz', same),
  written('leak.gz', leaking),
] as const;

test('a planted difference between two releases is found only when both are given: exit 0 alone, 1 together', async () => {
  const alone = await tandem('audit', leak, '--json');
  assert.equal(alone.code, 0, alone.err);
  assert.deepEqual(JSON.parse(alone.out).unseen, [1]);
  assert.match(alone.err, /leak\.gz: attacked without what release 1 of its vault told/);
  const both = await tandem('audit', leak, '--earlier', one, '--json');
  const report = JSON.parse(both.out);
  assert.deepEqual(
    [both.code, report.status, report.earlier, report.unseen],
    [1, 'exposed', [hashRelease(first)], []],
  );
  assert.ok(
    report.audit.some(
      ({ verdict, left }: { verdict: string; left: string | null }) =>
        verdict === 'exposed' && left === 'change since an earlier release',
    ),
  );
  const text = await tandem('audit', leak, '--earlier', one);
  assert.match(text.out, /^Release 2 of Fresno Unified together with release 1: EXPOSED\. /);
  const verified = await tandem('verify', leak, '--earlier', one);
  assert.equal(verified.code, 1);
  assert.match(
    verified.out,
    /FAILS +attacker: 1 withheld count can be found more closely .*: tandem audit FILE lists them, with the same --earlier/,
  );
  assert.equal((await tandem('audit', two, '--earlier', one)).code, 0);
});

test('8 files that are no earlier release of it are refused by name, and no table takes any', async () => {
  const third = written('three.gz', following([first, same], 24));
  const district = { cds: '19647250000000', name: 'Long Beach Unified' };
  const text = join(folder, 'table.json');
  writeFileSync(text, '{"cells":[],"relations":[]}');
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [[two, '--earlier', text], /table\.json is no release file\. The file is not compressed/],
    [[two, '--earlier', two], /two\.gz is the release itself, not one before it/],
    [[two, '--earlier', third], /three\.gz is release 3 of its vault, which is not before release 2/],
    [[two, '--earlier', one, '--earlier', one], /one\.gz and .*one\.gz are the same release: give each once/],
    [[third, '--earlier', two, '--earlier', leak], /leak\.gz and .*two\.gz are both release 2, and differ/],
    [
      [two, '--earlier', written('far.gz', following([], 24, { district }))],
      /far\.gz is a release of Long Beach Unified \(19647250000000\), not of Fresno Unified/,
    ],
    [
      [two, '--earlier', written('other.gz', following([], 25))],
      /two\.gz does not follow from the earlier releases that were given\. Release 1 that is known \(.{12}\) is not the one that it was audited against/,
    ],
    [
      [third, '--earlier', leak],
      /three\.gz does not follow .* Release 2 that is known \(.{12}\) is not the one that it was audited against/,
    ],
  ];
  for (const [args, sentence] of refusals) {
    const { code, err } = await tandem('audit', ...args);
    assert.match(err, sentence);
    assert.equal(code, 1, err);
  }
  const wrong = await tandem('audit', text, '--earlier', one);
  assert.deepEqual([wrong.code, /--earlier is for a release/.test(wrong.err)], [2, true]);
  assert.equal((await tandem('audit', two, '--earlier', '-')).code, 2);
});

test('of three, given in any order, each is checked and all are attacked together', async () => {
  const third = written('three.gz', following([first, same], 24));
  const { code, out } = await tandem('audit', third, '--earlier', two, '--earlier', one, '--json');
  assert.deepEqual([code, JSON.parse(out).earlier], [0, [hashRelease(first), hashRelease(same)]]);
  const verified = await tandem('verify', third, '--earlier', two, '--earlier', one);
  assert.match(verified.out, /holds +chain: It is release 3 of its vault and names every one before it/);
});
