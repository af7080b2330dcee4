import type { VerifiedCheck } from '../release/verifyRelease.ts';
import type { ReleaseAttack } from './askReleaseThread.ts';

export function attackedCheck(_attack: ReleaseAttack): VerifiedCheck {
  return {
    check: 'attacker',
    result: 'not checked',
    sentences: ['This version does not try the attacker yet.'],
  };
}
