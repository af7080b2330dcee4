import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mountSmallDisk } from '../../test/smallDisk.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { evidenceCommand } from './evidence.ts';
import { fullDiskRefusal } from './fullDiskRefusal.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

test('a load that fills the disk is refused with a sentence; with more room the store opens, holds nothing of it, and loads it', async (t) => {
  const disk = mountSmallDisk(90_000_000);
  if ('why' in disk) return t.skip(disk.why);
  try {
    const file = join(disk.folder, 'district.csv');
    const rows = Array.from(
      { length: 99_999 },
      (_, i) =>
        `district,10${String(100_001 + i).slice(1)}0000000,District,2023-24,suspension_rate,all,50,10,20,small-sample,cde_suspension_2023_24`,
    );
    writeFileSync(file, [header, ...rows].join('\n'));
    let out = '';
    const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => true } };
    const load = () => evidenceCommand(['load', file, '--data', join(disk.folder, 'store')], io, {});
    await assert.rejects(load(), (error) => {
      assert.ok(error instanceof Refusal, String(error));
      assert.match(error.message, /^The disk of .* is full: nothing is kept of the file/);
      return true;
    });
    spawnSync('mount', ['-o', 'remount,size=600000000', disk.folder]);
    await evidenceCommand(['list', '--data', join(disk.folder, 'store')], io, {});
    assert.match(out, /No file is loaded/);
    assert.equal(await load(), 0, out);
    assert.match(out, /99,999 rows/);
  } finally {
    disk.unmount();
  }
});

test('an error with room on the disk is no full disk, and PostgreSQL says so itself by 53100', async () => {
  assert.equal(await fullDiskRefusal({ folder: '.' }, new Error('other')), undefined);
  const store = { databaseUrl: 'postgres://host/tandem' };
  assert.equal(await fullDiskRefusal(store, new Error('other')), undefined);
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  assert.match((await fullDiskRefusal(store, full))?.message ?? '', /disk of the PostgreSQL server is full/);
});
