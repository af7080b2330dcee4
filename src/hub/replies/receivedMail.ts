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

const mostHeadBytes = 64 * 1024;

/** A mail up to its first empty line: enough to know whom it is for. */
export function headOf(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, mostHeadBytes));
  const ends = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')].filter((at) => at >= 0);
  return head.subarray(0, Math.min(...ends, head.byteLength));
}

/** More lines than a person answers in; the parser goes over all it has read for each of them. */
const mostLines = 10_000;

/** So much of a mail as is read: its first bytes and lines. */
export function beginningOf(bytes: Uint8Array, mostBytes: number): Uint8Array {
  const beginning = bytes.subarray(0, mostBytes);
  let at = -1;
  for (let lines = 0; lines < mostLines; lines++) {
    at = beginning.indexOf(0x0a, at + 1);
    if (at < 0) return beginning;
  }
  return beginning.subarray(0, at);
}

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

const silent = /^(style|script|head)$/;
const breaking = /^(br|\/p|\/div|\/tr)$/;

/**
 * The words of a mail that has only markup, up to what it quotes. It goes from one angle bracket to the next and never back, so that
 * no mail takes long.
 */
export function plainText(markup: string): string {
  const words: string[] = [];
  let at = 0;
  while (at < markup.length) {
    const opens = markup.indexOf('<', at);
    const closes = opens < 0 ? -1 : markup.indexOf('>', opens);
    words.push(markup.slice(at, closes < 0 ? undefined : opens));
    if (closes < 0) break;
    const [tag = ''] = /^\/?[a-z]+/i.exec(markup.slice(opens + 1, opens + 20)) ?? [];
    const name = tag.toLowerCase();
    if (name === 'blockquote') break;
    if (breaking.test(name)) words.push('\n');
    at = silent.test(name) ? endOf(markup, name, closes) : closes + 1;
  }
  return words
    .join('')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Behind the end of something that is not shown; one that never ends hides the rest. */
function endOf(markup: string, name: string, from: number): number {
  const ends = new RegExp(`</${name}[^>]{0,20}>`, 'gi');
  ends.lastIndex = from;
  return ends.exec(markup) ? ends.lastIndex : markup.length;
}
