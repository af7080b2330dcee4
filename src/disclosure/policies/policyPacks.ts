import { californiaDashboard } from './californiaDashboard.ts';
import { ferpaStrict } from './ferpaStrict.ts';
import { ncesLadder } from './ncesLadder.ts';
import { hashPolicy, type Policy } from './policy.ts';
import { tandemDefault } from './tandemDefault.ts';

/** Every policy that Tandem knows; the first is taken where none is named. */
export const policyPacks: readonly Policy[] = [tandemDefault, ncesLadder, ferpaStrict, californiaDashboard];

/** The policy with this hash; undefined when Tandem has no such text. */
export function policyByHash(hash: string): Policy | undefined {
  return policyPacks.find((policy) => hashPolicy(policy) === hash);
}
