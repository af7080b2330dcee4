import PostalMime, { type Address, type Email } from 'postal-mime';

/** A mail that came in, as far as it matters. */
export type ReceivedMail = {
  /** Small letters; empty when it names none. */
  readonly from: string;
  /** Every address it came to. */
  readonly to: readonly string[];
  readonly messageId: string;
  /** Written by a programme: an answer on holiday, a bounce, a list. */
  readonly isAutomatic: boolean;
  /** Our own mail server has found that it does not come from where it says. */
  readonly isForged: boolean;
  readonly text: string;
  readonly attachments: number;
};

/** Reads a mail as a mail server gives it. A mail that is broken or cut off gives what could be read of it. */
export async function parseReceivedMail(bytes: Uint8Array): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxRfc822NestingDepth: 1 }).catch(
    () => null,
  );
  if (!mail)
    return { from: '', to: [], messageId: '', isAutomatic: true, isForged: false, text: '', attachments: 0 };
  const header = (key: string) =>
    mail.headers.filter((one) => one.key === key).map(({ value }) => value.trim());
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap(header);
  return {
    from: addressesOf(mail.from ? [mail.from] : [])[0] ?? '',
    to: [...delivered, ...addressesOf([...(mail.to ?? []), ...(mail.cc ?? [])])],
    messageId: mail.messageId ?? '',
    isAutomatic: isAutomatic(mail, header),
    isForged: /\bdmarc=fail\b/i.test(header('authentication-results')[0] ?? ''),
    text: mail.text ?? plainText(mail.html ?? ''),
    attachments: mail.attachments.filter(({ disposition }) => disposition !== 'inline').length,
  };
}

function addressesOf(addresses: readonly Address[]): string[] {
  return addresses
    .flatMap((one) =>
      'group' in one && one.group ? one.group.map(({ address }) => address) : [one.address ?? ''],
    )
    .map((address) => address.toLowerCase());
}

function isAutomatic(mail: Email, header: (key: string) => string[]): boolean {
  const submitted = header('auto-submitted')[0]?.toLowerCase();
  const from = addressesOf(mail.from ? [mail.from] : [])[0] ?? '';
  return (
    (submitted !== undefined && submitted !== 'no') ||
    header('x-autoreply').length + header('x-autorespond').length + header('list-id').length > 0 ||
    /^(bulk|junk|list|auto_reply)$/i.test(header('precedence')[0] ?? '') ||
    header('return-path')[0] === '<>' ||
    /^(mailer-daemon|postmaster|no-?reply)@/.test(from) ||
    /^multipart\/report/i.test(header('content-type')[0] ?? '') ||
    /^(automatic reply|out of office|respuesta automática|undeliverable|delivery status)/i.test(
      mail.subject ?? '',
    )
  );
}

/** The words of a mail that has only markup. */
function plainText(markup: string): string {
  return markup
    .replaceAll(/<(style|script|head)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<blockquote[\s\S]*$/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
