import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { textArea } from '../../page/textArea.ts';
import type { MemberAsk } from '../web/route.ts';
import { packPath } from './reviewPlace.page.ts';

/** Takes the line that `tandem sign` wrote; one press away, since few need it. */
export function keySignatureForm(ask: MemberAsk, hash: string): Html {
  return details({
    summary: 'Add a signature by key',
    open: ask.form.signature !== undefined,
    body: html`<p>Besides the signatures on the hub, so that outsiders need not trust it: download the file, run <code>tandem sign</code> on the machine that holds your key, and paste what it writes.</p>${form(
      {
        action: `${packPath(ask.home, hash)}/key-signature`,
        csrfToken: ask.person.csrfToken,
        submit: 'Add the signature',
        submitTone: 'second',
        body: textArea({
          id: 'signature',
          name: 'signature',
          label: 'The signature',
          rows: 4,
          value: ask.form.signature,
        }),
      },
    )}`,
  });
}
