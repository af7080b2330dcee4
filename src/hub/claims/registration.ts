import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { type ClaimTerms, panelMethods, takings } from './claimTerms.ts';

const format = 'tandem claim 1';

const Donors = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('similar'), unifiedOnly: z.boolean() }),
  z.strictObject({ kind: z.literal('students'), least: z.number(), unifiedOnly: z.boolean() }),
]);

const RegistrationShape = z.strictObject({
  format: z.literal(format),
  claim: z.string(),
  partnership: z.strictObject({ slug: z.string(), name: z.string() }),
  question: z.string(),
  evidence: z.string(),
  outcome: z.strictObject({
    measure: z.string(),
    /** The fingerprint of the measure's definition, and of the base's where a gain starts from one. */
    definitions: z.record(z.string(), z.string()),
    group: z.string(),
    grade: z.literal('all'),
    taken: z.enum(takings),
  }),
  treated: z.array(z.strictObject({ cds: z.string(), name: z.string() })),
  years: z.strictObject({ first: z.number(), firstTreated: z.number(), last: z.number() }),
  method: z.enum(panelMethods),
  donors: Donors,
  smallestThatMatters: z.string(),
  /** School years after the start whose outcome of a treated district lay in the store when this was registered. */
  yearsAlreadySeen: z.array(z.number()),
  /** The claim this one corrects. */
  replaces: z.string().nullable(),
  registeredAt: z.iso.datetime(),
  registeredBy: z.strictObject({ name: z.string(), role: z.string() }),
});

/** A claim as it stands in its canonical JSON: all that was fixed, when, by whom, and what was already seen then. */
export type Registration = z.infer<typeof RegistrationShape>;

export type SealedRegistration = { readonly text: string; readonly hash: string };

/** The registration's canonical JSON and the SHA-256, in hexadecimal, over its UTF-8 bytes. */
export function sealRegistration(registration: Omit<Registration, 'format'>): SealedRegistration {
  const text = canonicalJson({ format, ...registration });
  return { text, hash: hashText(text) };
}

/** Reads a registration back; throws on a text that this program never wrote. */
export function readRegistration(text: string): Registration {
  return RegistrationShape.parse(JSON.parse(text));
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What a registration fixes, as the estimators' side reads it. */
export function termsOf(registration: Registration): ClaimTerms {
  const { question, evidence, outcome, treated, years, method, donors, smallestThatMatters } = registration;
  return {
    question,
    evidence,
    outcome: {
      measureId: outcome.measure,
      group: outcome.group as StudentGroupCode,
      taken: outcome.taken,
    },
    treated: treated.map(({ cds }) => cds),
    firstYear: years.first,
    firstTreatedYear: years.firstTreated,
    lastYear: years.last,
    method,
    donors,
    smallestThatMatters,
  };
}
