import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownAddress, readConfig } from './config.ts';
import { Refusal } from '../vocabulary/refusal.ts';

test('without options or environment the hub is safe on one’s own machine', () => {
  assert.deepEqual(readConfig({}, {}), {
    store: { folder: 'tandem-data' },
    host: '127.0.0.1',
    port: 8080,
    baseUrl: 'http://127.0.0.1:8080',
    mail: null,
    replyAddress: null,
    proxies: 0,
  });
});

test('the command line goes before the environment, and white space is nothing', () => {
  const environment = {
    TANDEM_PORT: ' 9000 ',
    TANDEM_HOST: '0.0.0.0',
    TANDEM_DATA: '/srv/tandem',
    TANDEM_BASE_URL: 'https://tandem.example.org/',
    TANDEM_SMTP_URL: 'smtps://user:pass@mail.example.org',
    TANDEM_MAIL_FROM: 'tandem@example.org',
    TANDEM_PROXIES: '2',
    DATABASE_URL: ' ',
  };
  assert.deepEqual(readConfig({ port: '0', host: '::1' }, environment), {
    store: { folder: '/srv/tandem' },
    host: '::1',
    port: 0,
    baseUrl: 'https://tandem.example.org',
    mail: { smtpUrl: 'smtps://user:pass@mail.example.org', from: 'tandem@example.org' },
    replyAddress: null,
    proxies: 2,
  });
  assert.equal(readConfig({}, environment).port, 9000);
  assert.deepEqual(readConfig({}, { DATABASE_URL: 'postgres://u@h/d' }).store, {
    databaseUrl: 'postgres://u@h/d',
  });
});

test('a host that means every address is reached as localhost, an IPv6 one in brackets', () => {
  assert.equal(ownAddress('0.0.0.0', 80), 'http://localhost:80');
  assert.equal(ownAddress('::', 8080), 'http://localhost:8080');
  assert.equal(ownAddress('::1', 8080), 'http://[::1]:8080');
});

type Wrong = [
  name: string,
  options: Parameters<typeof readConfig>[0],
  environment: Record<string, string>,
  sentence: string,
];
const wrong: Wrong[] = [
  ['a port that is a word', { port: 'x' }, {}, '--port must be a number from 0 to 65535, not "x".'],
  [
    'a port of 65536',
    {},
    { TANDEM_PORT: '65536' },
    'TANDEM_PORT must be a number from 0 to 65535, not "65536".',
  ],
  ['a port below 0', { port: '-1' }, {}, '--port must be a number from 0 to 65535, not "-1".'],
  [
    'two stores',
    { data: 'x' },
    { DATABASE_URL: 'postgres://u@h/d' },
    'DATABASE_URL and --data are both set. Choose one: PostgreSQL by its address, or a folder for the embedded store.',
  ],
  [
    'another database',
    {},
    { DATABASE_URL: 'mysql://u@h/d' },
    'DATABASE_URL must begin with postgres:// or postgresql://. Unset it to use the embedded store.',
  ],
  ...['tandem.example.org', 'ftp://x.org', 'https://x.org/path', 'https://u@x.org', 'https://x.org/?a'].map(
    (address): Wrong => [
      `a base of ${address}`,
      {},
      { TANDEM_BASE_URL: address },
      `TANDEM_BASE_URL must be an address like https://tandem.example.org, not "${address}".`,
    ],
  ),
  [
    'an address for answers that has a plus already',
    {},
    { TANDEM_REPLY_ADDRESS: 'tandem+x@b.org' },
    'TANDEM_REPLY_ADDRESS must be one mail address whose part before the @ has at most 24 letters and no plus, not "tandem+x@b.org".',
  ],
  [
    'a mail server without a sender',
    {},
    { TANDEM_SMTP_URL: 'smtp://x' },
    'TANDEM_SMTP_URL is set but TANDEM_MAIL_FROM is not. Set both, or neither.',
  ],
  [
    'a sender without a mail server',
    {},
    { TANDEM_MAIL_FROM: 'a@b.org' },
    'TANDEM_MAIL_FROM is set but TANDEM_SMTP_URL is not. Set both, or neither.',
  ],
  [
    'a mail server by another scheme',
    {},
    { TANDEM_SMTP_URL: 'http://secret@x', TANDEM_MAIL_FROM: 'a@b.org' },
    'TANDEM_SMTP_URL must begin with smtp:// or smtps://.',
  ],
  [
    'a sender that is no address',
    {},
    { TANDEM_SMTP_URL: 'smtp://x', TANDEM_MAIL_FROM: 'Tandem <a@b.org>' },
    'TANDEM_MAIL_FROM must be one mail address, not "Tandem <a@b.org>".',
  ],
  [
    'proxies by a word',
    {},
    { TANDEM_PROXIES: 'yes' },
    'TANDEM_PROXIES must be the number of proxies in front of Tandem, from 0 to 9, not "yes".',
  ],
];

for (const [name, options, environment, sentence] of wrong) {
  test(`${name} is refused with its own sentence`, () => {
    assert.throws(
      () => readConfig(options, environment),
      (error) => error instanceof Refusal && error.message === sentence,
    );
  });
}
