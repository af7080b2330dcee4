export type SignInMailWords = {
  readonly name: string;
  readonly token: string;
  readonly baseUrl: string;
  /** Where to go on to, a path of our own. */
  readonly returnPath: string | null;
};

/** The address of a sign-in link. */
export function signInAddress({ token, baseUrl, returnPath }: Omit<SignInMailWords, 'name'>): string {
  const goOn = returnPath ? `?return=${encodeURIComponent(returnPath)}` : '';
  return `${baseUrl}/sign-in/${token}${goOn}`;
}

/** The mail that carries a sign-in link. */
export function signInMail(words: SignInMailWords): { readonly subject: string; readonly body: string } {
  return {
    subject: 'Your sign-in link for Tandem',
    body: `Hello ${words.name},

open this link to sign in to Tandem:

${signInAddress(words)}

It works once, within 30 minutes. If you did not ask for it, do nothing: nobody can sign in without it.
`,
  };
}
