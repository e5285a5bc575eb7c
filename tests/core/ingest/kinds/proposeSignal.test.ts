import { describe, expect, test } from 'vitest';
import { proposeSignal } from '../../../../src/core/ingest/kinds/proposeSignal.ts';
import { SIGNAL_KINDS } from '../../../../src/core/ingest/signalKind.ts';

describe('what an event type proves', () => {
  test.each([
    ['Resolve ticket', 'action'],
    ['comment_created', 'action'],
    ['an event of which nothing is known', 'action'],
    ['Login', 'applicationSignIn'],
    ['UserSignedIn', 'applicationSignIn'],
    ['user.session.start', 'applicationSignIn'],
    ['SSO login', 'ssoSignIn'],
    ['user.authentication.sso', 'ssoSignIn'],
    ['Login failed', 'attempt'],
    ['SSO attempt', 'attempt'],
    ['API call', 'background'],
    ['scheduled export', 'background'],
    ['viewed a page', 'passive'],
    ['notification received', 'passive'],
    ['added to group', 'passive'],
    ['directory sync', 'passive'],
  ])('%s: %s [LOAD-15]', (event, kind) => {
    expect(proposeSignal(event, 'other', undefined)).toBe(kind);
  });

  test.each([
    ['miro', 'viewed a board'],
    ['google', 'viewed a Drive file'],
    ['microsoft365', 'viewed a file'],
  ])('in %s it is work that somebody %s, elsewhere it is passive', (system, event) => {
    expect(proposeSignal(event, system, undefined)).toBe('action');
    expect(proposeSignal(event, 'other', undefined)).toBe('passive');
  });

  test('what a person said of the file holds for every entry, but a sign-in that failed stays an attempt [LOAD-15]', () => {
    for (const stated of SIGNAL_KINDS) {
      const isSignIn = stated === 'applicationSignIn' || stated === 'ssoSignIn';
      expect(proposeSignal('Login', 'other', stated)).toBe(stated);
      expect(proposeSignal('Login failed', 'other', stated)).toBe(isSignIn ? 'attempt' : stated);
    }
  });
});
