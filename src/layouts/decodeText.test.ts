import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './decodeText.ts';

test('UTF-8 bytes become their text', () => {
  assert.equal(decodeText(Buffer.from('Doña,K–5\n'), 'utf-8', 1), 'Doña,K–5\n');
});

test('a lone byte 0xf1 in UTF-8 is named with line 3 and as byte 4 of its line', () => {
  const bytes = Buffer.concat([Buffer.from('a\nDoña\nxyz'), Buffer.from([0xf1, 0x61, 0x0a])]);
  assert.throws(() => decodeText(bytes, 'utf-8', 1), {
    name: 'ReadingStopped',
    rule: 'encodingMustBeTheLayouts',
    line: 3,
    message: 'byte 0xf1, number 4 of its line, is not utf-8 text',
  });
});

test('a sequence cut short at the end of the bytes is named at its lead byte', () => {
  assert.throws(() => decodeText(Buffer.from([0x41, 0xe2, 0x80]), 'utf-8', 7), {
    line: 7,
    message: 'byte 0xe2, number 2 of its line, is not utf-8 text',
  });
});

test('windows-1252 bytes become their text', () => {
  assert.equal(decodeText(Buffer.from([0x44, 0x6f, 0xf1, 0x61, 0x0a]), 'windows-1252', 1), 'Doña\n');
});

test('UTF-8 text under a windows-1252 layout is refused at its first such byte, not garbled', () => {
  assert.throws(() => decodeText(Buffer.from('plain\nDoña\n'), 'windows-1252', 10), {
    line: 11,
    message: 'byte 0xc3, number 3 of its line, is not windows-1252 text',
  });
});

test('a zero character is refused with its line', () => {
  assert.throws(() => decodeText(Buffer.from('a\nb\0c\n'), 'utf-8', 1), {
    rule: 'textMustHoldNoZeros',
    line: 2,
  });
});
