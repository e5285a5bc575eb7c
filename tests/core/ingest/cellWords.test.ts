import { describe, expect, test } from 'vitest';
import {
  readFlag,
  readReversedStatus,
  readStatus,
  readSuspended,
  readUserType,
} from '../../../src/core/ingest/cellWords.ts';
import {
  ACCOUNT_STATUSES,
  FLAG_NO,
  FLAG_NOT_STATED,
  FLAG_YES,
  USER_TYPES,
} from '../../../src/core/inventory/enumerations.ts';

describe('codes are those of the stored tables', () => {
  test.each([
    ['Active', 'active'],
    ['TRUE', 'active'],
    ['1', 'active'],
    ['Oui', 'active'],
    ['Suspended', 'suspended'],
    ['ldap_blocked', 'suspended'],
    ['Registered', 'active'],
    ['Deactivated', 'deactivated'],
    ['0', 'deactivated'],
    ['Nein', 'deactivated'],
    ['Nej', 'deactivated'],
    ['Invited', 'invited'],
    ['514', 'deactivated'],
    ['Sì', 'active'],
    ['Habilitado', 'active'],
    ['有効', 'active'],
    ['Suspenso', 'suspended'],
    ['Bloccato', 'suspended'],
    ['Desactivado', 'deactivated'],
    ['無効', 'deactivated'],
    ['Texas', 'unknown'],
    ['', 'unknown'],
  ])('status %j is %s', (text, expected) => {
    expect(ACCOUNT_STATUSES[readStatus(text)]).toBe(expected);
  });

  test.each([
    ['true', 'suspended'],
    ['No', 'active'],
    ['Deactivated', 'deactivated'],
    ['', 'unknown'],
  ])('a reversed status %j is %s', (text, expected) => {
    expect(ACCOUNT_STATUSES[readSuspended(text)]).toBe(expected);
  });

  test.each([
    ['Human', 'human'],
    ['Machine', 'machine'],
    ['AI', 'ai'],
    ['Guest', 'guest'],
    ['Bot', 'bot'],
    ['SharedMailbox', 'shared'],
    ['RoomMailbox', 'room'],
    ['?', 'unknown'],
  ])('user type %j is %s', (text, expected) => {
    expect(USER_TYPES[readUserType(text)]).toBe(expected);
  });

  test('flags in the words of exports', () => {
    expect(['true', 'YES', 'ja', 'Oui', ' 1 '].map(readFlag)).toEqual([
      FLAG_YES,
      FLAG_YES,
      FLAG_YES,
      FLAG_YES,
      FLAG_YES,
    ]);
    expect(['false', 'No', 'nein', '0'].map(readFlag)).toEqual([FLAG_NO, FLAG_NO, FLAG_NO, FLAG_NO]);
    expect(['', 'perhaps', 'NULL'].map(readFlag)).toEqual([
      FLAG_NOT_STATED,
      FLAG_NOT_STATED,
      FLAG_NOT_STATED,
    ]);
  });
});

describe('states in the reversed sense [LOAD-13]', () => {
  test.each([
    ['Suspended', 'TRUE', 2],
    ['suspended?', 'false', 1],
    ['Block credential', 'True', 2],
    ['Gesperrt', 'Ja', 2],
    ['Is Deleted', 'True', 3],
    ['Is Deleted', 'False', 1],
    ['Gearchiveerd', 'Ja', 3],
    ['Disabled', 'yes', 3],
    ['Disabled', 'perhaps', 0],
  ])('%s with %s', (header, text, code) => {
    expect(readReversedStatus(header)(text)).toBe(code);
  });

  test('an archived account reads alike as a status and as a yes', () => {
    for (const word of ['Archived', 'Archiviert', 'Archivé', 'Gearchiveerd']) {
      expect([readStatus(word), readReversedStatus(word)('yes')]).toEqual([3, 3]);
    }
    expect([readStatus('Suspended'), readReversedStatus('Suspended')('yes')]).toEqual([2, 2]);
  });

  test.each([
    ['512', 1],
    ['514', 3],
    ['66048', 1],
    ['66050', 3],
    ['544', 1],
    ['546', 3],
    ['1024', 0],
  ])('flags of a directory account %s', (text, code) => {
    expect(readStatus(text)).toBe(code);
  });
});
