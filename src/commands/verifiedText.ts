import type { VerifiedCheck } from '../release/verifyRelease.ts';

/** Checks as a person reads them, and at the end whether anything fails. */
export function verifiedText(checks: readonly VerifiedCheck[]): string {
  const ends = checks.some(({ result }) => result === 'fails')
    ? '\nIT DOES NOT HOLD: see what fails above.\n'
    : '\nNothing fails.\n';
  return checks.map(checkText).join('') + ends;
}

function checkText({ check, result, sentences }: VerifiedCheck): string {
  const [first = '', ...rest] = sentences;
  const words = result === 'fails' ? 'FAILS' : result;
  const indent = ' '.repeat(13);
  return `${words.padEnd(13)}${check}: ${first}\n${rest.map((sentence) => `${indent}${sentence}\n`).join('')}`;
}
