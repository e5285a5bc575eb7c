import { describe, expect, test } from 'vitest';
import {
  readExpectedPattern,
  readFlag,
  readStatus,
  readSuspended,
  readUserType,
} from '../../../src/core/ingest/cellWords.ts';
import {
  ACCOUNT_STATUSES,
  EXPECTED_PATTERNS,
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
    ['Deactivated', 'deactivated'],
    ['0', 'deactivated'],
    ['Nein', 'deactivated'],
    ['Invited', 'invited'],
    ['514', 'deactivated'],
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

  test.each(EXPECTED_PATTERNS.filter((pattern) => pattern !== 'halfYearly' && pattern !== 'onCall'))(
    'pattern %s',
    (pattern) => {
      expect(EXPECTED_PATTERNS[readExpectedPattern(pattern)]).toBe(pattern);
    },
  );

  test('patterns of two words', () => {
    expect(EXPECTED_PATTERNS[readExpectedPattern('Half-yearly')]).toBe('halfYearly');
    expect(EXPECTED_PATTERNS[readExpectedPattern('On call')]).toBe('onCall');
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
