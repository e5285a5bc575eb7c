import { expect, test } from 'vitest';
import { settleLogColumns } from '../../../../src/core/ingest/kinds/settleLogColumns.ts';

test('an application beside the kind of log-in and the browser is a program, no licence type [LOAD-08]', () => {
  const login = ['Username', 'Login Time', 'Login Type', 'Browser', 'Application'];
  const meanings = ['userName', 'date', 'ignore', 'ignore', 'licenceType'];
  expect(settleLogColumns(login, [], meanings)).toEqual(['userName', 'date', 'ignore', 'ignore', 'ignore']);
  const signIn = ['User', 'Date', 'Application'];
  expect(settleLogColumns(signIn, [], ['accountId', 'date', 'licenceType'])[2]).toBe('licenceType');
});

test('the only column of whole numbers beside a month is the count, so that 0 proves nothing [LOAD-08]', () => {
  const header = ['User', 'Month', 'Tickets resolved', 'Team'];
  const rows = [
    ['ann', '2026-05', '1,200', 'A'],
    ['bob', '2026-06', '0', 'B'],
    ['cat', '2026-06', '', 'B'],
  ];
  const meanings = ['accountId', 'month', 'ignore', 'ignore'];
  expect(settleLogColumns(header, rows, meanings)).toEqual(['accountId', 'month', 'count', 'ignore']);
  const two = rows.map(([user = '', month = '', count = '']) => [user, month, count, '7']);
  expect(settleLogColumns(header, two, meanings)).toEqual(meanings);
  const known = ['accountId', 'month', 'ignore', 'count'];
  expect(settleLogColumns(header, rows, known)).toEqual(known);
});

test('a time of log-in beside one of log-out begins a session', () => {
  const header = ['user', 'login_time', 'logout_time'];
  expect(settleLogColumns(header, [], ['accountId', 'date', 'logOff'])).toEqual([
    'accountId',
    'logOn',
    'logOff',
  ]);
  expect(settleLogColumns(header, [], ['accountId', 'date', 'ignore'])).toEqual([
    'accountId',
    'date',
    'ignore',
  ]);
});

test('a summary that differs from row to row is no type of event', () => {
  const header = ['Author', 'Date', 'Summary'];
  const meanings = ['accountId', 'date', 'eventType'];
  const rows = (summaryOf: (row: number) => string): string[][] =>
    Array.from({ length: 40 }, (_, row) => ['ann', '2026-06-01', summaryOf(row)]);
  expect(
    settleLogColumns(
      header,
      rows((row) => `Ticket ${row}`),
      meanings,
    )[2],
  ).toBe('ignore');
  expect(
    settleLogColumns(
      header,
      rows((row) => `Kind ${row % 4}`),
      meanings,
    )[2],
  ).toBe('eventType');
});
