import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { describeFact } from '../../../src/core/reclaim/describeFact.ts';

const JUNE = readIsoDay('2026-06-30')!;

const imported = (seats: number, accounts: number): string =>
  describeFact({
    kind: 'usersImported',
    snapshot: 's',
    sha256: '0'.repeat(64),
    fileName: 'users.csv',
    system: 'servicenow',
    asOf: JUNE,
    completeness: 'full',
    read: seats,
    accepted: seats,
    rejected: 0,
    accounts,
    seats,
  }).replaceAll('\u00a0', ' ');

test('counts of an entry are grouped as on every screen, and one is one', () => {
  expect(imported(1_234_567, 98_765)).toBe(
    'Users imported as of 30 Jun 2026: 1 234 567 seats of 98 765 accounts',
  );
  expect(imported(1, 1)).toBe('Users imported as of 30 Jun 2026: 1 seat of 1 account');
  expect(describeFact({ kind: 'holidaysSaved', days: [JUNE] })).toBe('Holidays saved: 1 day');
});
