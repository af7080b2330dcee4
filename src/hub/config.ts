import { Refusal } from '../vocabulary/refusal.ts';
import type { StoreAddress } from './store/openStore.ts';

export type Config = {
  readonly store: StoreAddress;
  readonly host: string;
  readonly port: number;
  /** The address people reach this installation by, without a slash at its end. */
  readonly baseUrl: string;
  /** How mail leaves; null keeps it in the store for the operator. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** The address that mail can be answered to, before the plus; null where nothing comes in. */
  readonly replyAddress?: string | null;
  /** How many proxies of the operator's own stand in front: each adds the address it saw to X-Forwarded-For. */
  readonly proxies: number;
};

export type StartOptions = { readonly port?: string; readonly data?: string; readonly host?: string };

/**
 * The configuration from the command line and the environment. Every value has a default that is safe on one's own machine; a
 * value that is set and wrong is refused by name, and so is half a mail set-up.
 */
export function readConfig(
  options: StartOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const set = (name: string) => environment[name]?.trim() || undefined;
  const port = parsePort(
    options.port ?? set('TANDEM_PORT') ?? '8080',
    options.port ? '--port' : 'TANDEM_PORT',
  );
  const host = options.host ?? set('TANDEM_HOST') ?? '127.0.0.1';
  const databaseUrl = set('DATABASE_URL');
  if (databaseUrl && options.data) {
    throw new Refusal(
      'DATABASE_URL and --data are both set. Choose one: PostgreSQL by its address, or a folder for the embedded store.',
    );
  }
  if (databaseUrl && !/^postgres(ql)?:\/\/\S+$/.test(databaseUrl)) {
    throw new Refusal(
      'DATABASE_URL must begin with postgres:// or postgresql://. Unset it to use the embedded store.',
    );
  }
  return {
    store: databaseUrl ? { databaseUrl } : { folder: options.data ?? set('TANDEM_DATA') ?? 'tandem-data' },
    host,
    port,
    baseUrl: parseBaseUrl(set('TANDEM_BASE_URL') ?? ownAddress(host, port)),
    mail: parseMail(set('TANDEM_SMTP_URL'), set('TANDEM_MAIL_FROM')),
    replyAddress: parseReplyAddress(set('TANDEM_REPLY_ADDRESS')),
    proxies: parseProxies(set('TANDEM_PROXIES') ?? '0'),
  };
}

/** The address of a host and port on this machine; a host that means every address is reached as localhost. */
export function ownAddress(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function parseProxies(text: string): number {
  if (!/^\d$/.test(text)) {
    throw new Refusal(
      `TANDEM_PROXIES must be the number of proxies in front of Tandem, from 0 to 9, not "${text}".`,
    );
  }
  return Number(text);
}

function parsePort(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Refusal(`${name} must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    throw new Refusal(`TANDEM_BASE_URL must be an address like https://tandem.example.org, not "${text}".`);
  }
  return url.origin;
}

function parseReplyAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^[a-z0-9._-]{1,24}@[^@\s+]+$/i.test(text))
    throw new Refusal(
      `TANDEM_REPLY_ADDRESS must be one mail address whose part before the @ has at most 24 letters and no plus, not "${text}".`,
    );
  return text.toLowerCase();
}

function parseMail(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (!smtpUrl && !from) return null;
  if (!smtpUrl)
    throw new Refusal('TANDEM_MAIL_FROM is set but TANDEM_SMTP_URL is not. Set both, or neither.');
  if (!from) throw new Refusal('TANDEM_SMTP_URL is set but TANDEM_MAIL_FROM is not. Set both, or neither.');
  if (!/^smtps?:\/\/\S+$/.test(smtpUrl))
    throw new Refusal('TANDEM_SMTP_URL must begin with smtp:// or smtps://.');
  if (!/^[^@\s]+@[^@\s]+$/.test(from))
    throw new Refusal(`TANDEM_MAIL_FROM must be one mail address, not "${from}".`);
  return { smtpUrl, from };
}
