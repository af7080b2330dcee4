// Run by durability.test.ts: opens the store of a folder, says "open", and writes one mail after the other. A line on standard output
// is an acknowledgement: the row's transaction has ended.
import { insertMail } from '../src/hub/mail/mail.store.ts';
import { openStore } from '../src/hub/store/openStore.ts';
import { asVisitor } from '../src/hub/store/view.ts';
import { writeSync } from 'node:fs';

const [folder = '', prefix = ''] = process.argv.slice(2);
const database = await openStore({ folder }, new Date());
writeSync(1, 'open\n');
for (let i = 0; ; i++) {
  const id = `${prefix}-${i}`;
  await asVisitor(database, null, (view) =>
    insertMail(view, { to: 'a@b.example', subject: id, body: 'x'.repeat(500) }, new Date()),
  );
  writeSync(1, `${id}\n`);
}
