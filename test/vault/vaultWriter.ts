// A process that writes students into an open vault, one transaction each, and says every id that is committed.
import { openVault } from '../../src/vault/store/openVault.ts';
import { takeVault } from '../../src/vault/store/takeVault.ts';

const taken = await takeVault(process.argv[2] ?? '');
const { district } = taken.description;
const vault = await openVault(taken.place, district, { at: new Date(), limits: { memory: '500MB' } });
const blank = 'x'.repeat(2000);
for (let id = 1; ; id++) {
  await vault.transaction(async (connection) => {
    await connection.append(
      'student',
      ['student_id', 'district_cds', 'local_id'],
      [[id, district.cds, blank]],
    );
  });
  process.stdout.write(`${id}\n`);
}
