import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rosterGrade } from './rosterGrade.ts';
import type { RosterRecord } from './rosterRecord.ts';
import { identifiersAreSsids, isStateIdColumn, rosterStudentIds } from './rosterStudentIds.ts';

function user(fields: Readonly<Record<string, string>>): RosterRecord {
  return { id: 'u1', active: true, modified: null, fields, shown: 2, line: 2, saidIn: null };
}
const ids = (fields: Readonly<Record<string, string>>, are = false): string => {
  const { ssid, localId, column } = rosterStudentIds(user(fields), are);
  return `${ssid} ${localId} ${column}`;
};

test('the SSID is that of userIds under a state’s word, of a metadata column, or the identifier of ten digits', () => {
  assert.equal(ids({ userIds: '{LDAP:12},{SSID:1000000001},{local:77}' }), '1000000001 77 userIds');
  assert.equal(ids({ userIds: '{State ID: 1000000001}', identifier: '77' }), '1000000001 77 userIds');
  assert.equal(ids({ 'metadata.stateId': '1000000001', identifier: '77' }), '1000000001 77 metadata.stateId');
  assert.equal(ids({ identifier: '1000000001' }, true), '1000000001 u1 identifier');
  assert.equal(ids({ identifier: '1000000001' }, false), 'null 1000000001 userIds');
  assert.equal(ids({ userIds: '{SSID:}' }), 'null u1 userIds');
  assert.deepEqual(['metadata.SSID', 'metadata.lunch', 'ssid'].map(isStateIdColumn), [true, false, false]);
});

test('identifiers are SSIDs only when all that stand have ten digits', () => {
  const [ten, six, none] = [user({ identifier: '1000000001' }), user({ identifier: '123456' }), user({})];
  assert.deepEqual([[ten, none], [ten, six], [none]].map(identifiersAreSsids), [true, false, false]);
});

test('the 21 words of OneRoster for grades become those of California: PS is postsecondary, PK is CALPADS’ PS', () => {
  const words = 'IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other'.split(' ');
  assert.deepEqual(
    words.map((word) => rosterGrade(word)),
    [...'IN PS PS TK KN 01 02 03 04 05 06 07 08 09 10 11 12'.split(' '), null, null, 'UE', 'UE'],
  );
  assert.deepEqual(['9', 'K', '14', '', 'toString'].map(rosterGrade), [
    '09',
    'KN',
    undefined,
    undefined,
    undefined,
  ]);
});
