import { expect, test } from 'vitest';
import { addressOfRow, countKeyedByAddress } from '../../../src/core/ingest/keyedByAddress.ts';

test('a row without a key is named by its principal name, else by its address, else by nothing', () => {
  expect(addressOfRow({ userPrincipalName: 'a@x.example', email: 'b@x.example' })).toBe('a@x.example');
  expect(addressOfRow({ userPrincipalName: '', email: 'b@x.example' })).toBe('b@x.example');
  expect(addressOfRow({ userPrincipalName: '', email: 'none' })).toBe('');
});

test('rows without a key but with an address are counted', () => {
  const columns = [
    { position: 0, meaning: 'accountId' },
    { position: 1, meaning: 'email' },
  ] as const;
  const rows = [
    ['ann', 'ann@x.example'],
    ['', 'ben@x.example'],
    ['NULL', 'cal@x.example'],
    ['', ''],
  ];
  const counted = (plan: Parameters<typeof countKeyedByAddress>[0]): number =>
    countKeyedByAddress(plan, rows);
  expect(counted({ columns, addressForKey: true })).toBe(2);
  expect(counted({ columns: columns.slice(0, 1), addressForKey: true })).toBe(0);
  expect(counted({ columns })).toBe(0);
});
