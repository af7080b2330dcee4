import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { isLoopback, remoteAddress } from './remoteAddress.ts';

async function seen(proxies: number, forwarded?: string): Promise<string> {
  const app = new Hono();
  app.get('/', (context) => context.text(remoteAddress(context, proxies)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const env = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };
  return (await app.request('/', { headers }, env)).text();
}

test('without a proxy the header is not believed', async () => {
  assert.equal(await seen(0, '1.1.1.1'), '10.0.0.1');
});

test('with one proxy the last address counts, with two the last but one', async () => {
  assert.equal(await seen(1, '6.6.6.6, 7.7.7.7, 8.8.8.8'), '8.8.8.8');
  assert.equal(await seen(2, '6.6.6.6, 7.7.7.7, 8.8.8.8'), '7.7.7.7');
});

test('with a proxy that wrote nothing the socket counts', async () => {
  assert.equal(await seen(1), '10.0.0.1');
  assert.equal(await seen(2, '8.8.8.8'), '10.0.0.1');
});

test('this machine is 127.x.x.x and ::1, not what looks like it', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) assert.ok(isLoopback(address));
  for (const address of ['128.0.0.1', '10.127.0.1', '::2', '127.0.0.1.evil', 'localhost', 'unknown', '']) {
    assert.ok(!isLoopback(address), address);
  }
});
