import { describe, expect, test } from 'vitest';
import { matchHeaders } from '../../../../src/core/ingest/kinds/proposeTableColumns.ts';
import { schemaOf } from '../../../../src/core/ingest/kinds/kindSchemas.ts';
import { asksSignal, proposeLogSignal } from '../../../../src/core/ingest/kinds/logSignal.ts';
import { NO_FACTS, type TableColumnPlan } from '../../../../src/core/ingest/kinds/tablePlan.ts';

const columnsOf = (header: string): readonly TableColumnPlan[] => {
  const headers = header.split(',');
  return matchHeaders(schemaOf('activity'), headers).map((meaning, position) => ({
    position,
    header: headers[position]!,
    meaning,
    dates: undefined,
  }));
};

const proposed = (header: string, { system = 'other', fileName = 'export.csv', lines = [''] } = {}) =>
  proposeLogSignal({
    plan: { kind: 'activity', columns: columnsOf(header), system },
    fileName,
    linesAbove: lines,
  });

describe('what the entries of a log without event types prove [LOAD-15]', () => {
  test.each([
    ['User,Login Time,Source IP', {}, 'applicationSignIn'],
    ['user_name,logon,logoff', {}, 'applicationSignIn'],
    ['User,Date,Sign-in error code', {}, 'applicationSignIn'],
    ['user_name,date', { fileName: 'LoginHistory1785.csv' }, 'applicationSignIn'],
    ['user_name,date', { lines: ['Sign-ins of June 2026'] }, 'applicationSignIn'],
    ['Benutzername,Datum', { fileName: 'Anmeldungen.csv' }, 'applicationSignIn'],
    ['user_name,date', { fileName: 'SSO logins.csv' }, 'ssoSignIn'],
    ['Username,Date,Application', { system: 'entra', fileName: 'SignIns_2026-06.csv' }, 'ssoSignIn'],
    ['Username,Date,Application', { system: 'okta' }, 'ssoSignIn'],
    ['Username,Date', { system: 'entra', fileName: 'NonInteractiveSignIns_2026-06.csv' }, 'background'],
    ['Username,Date', { fileName: 'failed-logins.csv' }, 'attempt'],
    ['resolved_by,resolved_at', {}, 'action'],
    ['sys_updated_by,sys_updated_on', {}, 'action'],
  ] as const)('%s %o: %s', (header, options, signal) => {
    expect(proposed(header, options as never)).toBe(signal);
  });

  test.each([
    ['nothing says so', 'user_name,date', {}],
    ['a log in June is no log-in', 'user_name,date', { fileName: 'activity log in June.csv' }],
    ['the last login beside an entry says nothing of it', 'user_name,date,Last login', {}],
    ['an event type says it of every entry', 'user_name,date,event_type', { fileName: 'logins.csv' }],
  ])('%s', (_, header, options) => {
    expect(proposed(header, options)).toBeUndefined();
  });

  test('a person is asked only where neither the file nor an event type says it', () => {
    const ask = (header: string, facts = NO_FACTS): boolean =>
      asksSignal({ kind: 'activity', columns: columnsOf(header), facts });
    expect(ask('user_name,date')).toBe(true);
    expect(ask('user_name,date,event_type')).toBe(false);
    expect(ask('user_name,date', { ...NO_FACTS, signalKind: 'action' })).toBe(false);
    expect(asksSignal({ kind: 'roster', columns: [], facts: NO_FACTS })).toBe(false);
  });
});
