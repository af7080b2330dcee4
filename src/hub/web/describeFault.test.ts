import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFault } from './describeFault.ts';

test('a fault is told with its causes, one from the database without its words', () => {
  const deepest = Object.assign(new Error('invalid input syntax for type uuid: "Maria"'), { code: '22P02' });
  const fault = new TypeError('could not read', { cause: new Error('a row is odd', { cause: deepest }) });
  const lines = describeFault(fault).split('\n');
  const heads = lines.filter((line) => !/^\s+at /.test(line));
  assert.deepEqual(heads, [
    'TypeError: could not read',
    'caused by Error: a row is odd',
    'caused by Error: the database answered 22P02',
  ]);
  assert.ok(lines.some((line) => line.includes('describeFault.test.ts')));
});

test('the stack of a message of several lines keeps the frames alone', () => {
  const told = describeFault(
    Object.assign(new Error('Key (x)=\n(Maria)'), { code: '23505', constraint: 'c' }),
  );
  assert.ok(!told.includes('Maria'));
  assert.match(told, /^Error: the database answered 23505 \(c\)\n\s+at /);
});

test('what is thrown without being an error is not told at all', () => {
  assert.equal(describeFault('a secret'), 'something that is no Error was thrown');
});
