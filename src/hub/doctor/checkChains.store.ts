import { findBrokenAuditLine } from '../audit/audit.store.ts';
import type { OperatorView } from '../store/view.ts';
import type { Check } from './check.ts';
import { selectChains } from './doctor.store.ts';
import type { Chain } from './doctorRows.ts';

/** One check for all chains of acts that are whole, and one for each that is not. */
export async function checkChains(view: OperatorView): Promise<Check[]> {
  const chains = await selectChains(view);
  const broken: Check[] = [];
  let acts = 0;
  for (const chain of chains) {
    acts += chain.line_seq ?? 0;
    const says = await whatIsBroken(view, chain);
    if (says) broken.push({ what: `acts of ${chain.name ?? 'no partnership'}`, well: false, says });
  }
  if (broken.length > 0) return broken;
  const says = `${chains.length} ${chains.length === 1 ? 'chain' : 'chains'} of ${acts} acts, each line following from the one before`;
  return [{ what: 'acts', well: true, says }];
}

async function whatIsBroken(view: OperatorView, chain: Chain): Promise<string | undefined> {
  const line = await findBrokenAuditLine(view, chain.partnership_id);
  if (line) {
    return `line ${line.seq} does not follow from the one before it: it, or an earlier one, was changed outside Tandem; compare with a backup`;
  }
  const [head, last] = [chain.head_seq ?? 0, chain.line_seq ?? 0];
  const isSame =
    chain.head_hash !== null && chain.line_hash !== null && isEqual(chain.head_hash, chain.line_hash);
  if (head === last && (isSame || last === 0)) return undefined;
  return `the chain ends with line ${last} and should end with line ${head}: lines were taken away or added outside Tandem; compare with a backup`;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}
