import {
  type AccountLine,
  selectAccount,
  selectDisclosures,
  selectOptionalDraft,
  selectSignatures,
  selectWithdrawn,
} from '../vault/release/releases.store.ts';
import { selectSigners } from '../vault/release/signers.store.ts';
import type { CommandStreams } from './command.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';
import { draftText } from './vaultReleaseText.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** `tandem vault release DIR`: the draft that stands, and what comes next. */
export async function tellStanding(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { draft, account, signers } = await withVault(folder, flags, io, async (vault) => ({
    signers: await selectSigners(vault),
    draft: await selectOptionalDraft(vault),
    account: await selectAccount(vault),
  }));
  const released = account.filter(({ releasedAt }) => releasedAt !== null).length;
  if (flags.json) {
    const standing = draft
      ? { hash: draft.hash, signatures: draft.signatures.map(({ name }) => name) }
      : null;
    io.stdout.write(`${JSON.stringify({ draft: standing, released })}\n`);
    return 0;
  }
  const before =
    released === 0 ? 'Nothing has left this vault.' : `${released} releases have left this vault (list).`;
  io.stdout.write(`${before}\n`);
  if (!draft) {
    io.stdout.write(`No draft stands. Prepare one: tandem vault release ${folder} prepare --grant FILE\n`);
    return 0;
  }
  const verb = draft.signatures.length < 2 ? 'sign --hash … --signing-key FILE' : 'seal';
  io.stdout.write(`\n${draftText(draft, { today: calendarDay(new Date()), signers })}`);
  io.stdout.write(`Next: tandem vault release ${folder} ${verb}\n`);
  return 0;
}

/** `tandem vault release DIR list`: the account of everything that ever left, and the record of disclosures. */
export async function listReleases(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { account, withdrawn, disclosures } = await withVault(folder, flags, io, async (vault) => {
    const lines = await selectAccount(vault);
    return {
      account: await Promise.all(
        lines.map(async (line) => ({ ...line, signatures: await selectSignatures(vault, line.hash) })),
      ),
      withdrawn: await selectWithdrawn(vault),
      disclosures: await selectDisclosures(vault),
    };
  });
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ releases: account, withdrawn, disclosures })}\n`);
    return 0;
  }
  if (account.length + withdrawn.length === 0)
    io.stdout.write('Nothing has left this vault, and no draft stands.\n');
  const numbers = new Map(account.map(({ hash, sequence }) => [hash, sequence]));
  for (const line of account) {
    const after = account.find(
      ({ supersedes, releasedAt }) => supersedes === line.hash && releasedAt !== null,
    );
    io.stdout.write(lineText(line, numbers.get(line.supersedes ?? ''), after?.sequence));
    const names = line.signatures.map(({ name, role }) => `${name} (${role})`);
    io.stdout.write(`  signed      ${names.join(', ') || 'by nobody yet'}\n`);
    const record = disclosures.find(({ hash }) => hash === line.hash);
    if (record)
      io.stdout.write(
        `  disclosed   to ${record.parties.join(', ')}: ${record.interest}\n  basis       ${record.basis}\n`,
      );
  }
  for (const { hash, sequence, withdrawnAt, why } of withdrawn) {
    io.stdout.write(
      `Draft ${hash.slice(0, 12)} of release ${sequence}, taken back on ${calendarDay(withdrawnAt)}: ${why}\n`,
    );
  }
  return 0;
}

function lineText(
  line: AccountLine,
  supersedes: number | undefined,
  supersededBy: number | undefined,
): string {
  const { hash, sequence, releasedAt, measures, years, shown, coded, suppressed, embargoUntil } = line;
  const head = releasedAt
    ? `Release ${sequence}, left on ${calendarDay(releasedAt)}`
    : `Draft of release ${sequence}`;
  const place = [
    supersedes === undefined ? '' : `; takes the place of release ${supersedes}`,
    supersededBy === undefined ? '' : `; release ${supersededBy} took its place`,
    embargoUntil === null ? '' : `; embargo until ${embargoUntil}`,
  ].join('');
  return `${head}, for ${line.partnership}${place}
  hash        ${hash}
  figures     ${measures} of ${years}: ${shown} shown, ${coded} as a range, ${suppressed} withheld
`;
}
