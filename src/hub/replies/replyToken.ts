import { randomBytes } from 'node:crypto';

/** Stands under a mail that can be answered. */
export const answerInvitation =
  'Or answer this mail from this address, in a word: done, yes, no, or needs until 2027-01-15. What you write after it goes with it; anything else is kept as a note.';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** 160 random bits as 32 small letters and digits: mail servers may change the case of what stands before the at sign. */
export function newReplyToken(random: Uint8Array = randomBytes(32)): string {
  return [...random.subarray(0, 32)].map((byte) => letters[byte & 31]).join('');
}

/** The address a mail is answered to: `tandem+TOKEN@district.org` of `tandem@district.org`. */
export function replyAddress(address: string, token: string): string {
  const [local, domain] = address.split('@');
  return `${local}+${token}@${domain}`;
}

/** The token in the addresses a mail came to; undefined when none of them has one. */
export function tokenIn(addresses: readonly string[]): string | undefined {
  for (const address of addresses) {
    const found = /\+([a-z2-7]{32})@/i.exec(address)?.[1];
    if (found) return found.toLowerCase();
  }
  return undefined;
}
