import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';
import { Grant } from '../../vocabulary/grant.ts';

const Cds = z.string().regex(/^\d{14}$/);

/** A grant as it stands in an agreement: what one district lets the others see. */
const GrantClause = Grant.pick({
  id: true,
  from: true,
  to: true,
  measures: true,
  scope: true,
  firstYear: true,
  lastYear: true,
  smallestGroup: true,
  embargoDays: true,
  publication: true,
});
export type GrantClause = z.infer<typeof GrantClause>;

const Terms = z.strictObject({
  format: z.literal('tandem agreement 1'),
  agreement: z.uuid(),
  partnership: z.string(),
  title: z.string().min(1),
  parties: z.array(z.strictObject({ cds: Cds, name: z.string() })).min(2),
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  grants: z.array(GrantClause).min(1),
  /** Days after the last one on which the others still see what was shared; 0: none. Taking back hides at once. */
  daysSeenAfterEnd: z.int().nonnegative(),
  /** When the districts look at it together. */
  reviewOn: z.iso.date().nullable(),
  /** What the districts say to each other besides; nothing executes it. */
  words: z.string(),
});

/** What an agreement says, whole: its clauses are what the hub and the vaults act by. */
export type Terms = z.infer<typeof Terms>;

export type SealedTerms = { readonly text: string; readonly hash: string };

/** The terms' canonical JSON and the SHA-256, in hexadecimal, over its UTF-8 bytes: what a district signs. */
export function sealTerms(terms: Terms): SealedTerms {
  const text = canonicalJson(terms);
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** Reads terms back; throws on a text that this program never wrote. */
export function readTerms(text: string): Terms {
  return Terms.parse(JSON.parse(text));
}

/** The grant of a clause, as the giving district's vault takes it: by itself, with the dates of the agreement. */
export function grantOf(terms: Terms, version: number, clause: GrantClause): Grant {
  const { agreement: id, partnership, validFrom, validUntil } = terms;
  return {
    format: 'tandem grant 1',
    ...clause,
    agreement: { id, version },
    partnership,
    validFrom,
    validUntil,
  };
}

/** A grant's canonical JSON and its hash, which a release under it names. */
export function sealGrant(grant: Grant): SealedTerms {
  const text = canonicalJson(grant);
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}
