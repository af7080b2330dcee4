/** Tandem will not do what was asked, for a reason a person can act on: the message is one or two whole sentences. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
