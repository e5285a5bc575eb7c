import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { OtherVersionError, storageFailure } from '../../src/storage/storageFailure.ts';

const named = (name: string, more: object = {}): Error => Object.assign(new Error('x'), { name }, more);

describe('storageFailure', () => {
  test.each([
    ['QuotaExceededError', 'storageFull'],
    ['VersionError', 'otherTabNewer'],
    ['SecurityError', 'storageBlocked'],
    ['UnknownError', 'storageBlocked'],
    ['InvalidStateError', 'storageBlocked'],
    ['DatabaseClosedError', 'storageBlocked'],
  ])('%s is %s', (name, kind) => {
    expect(storageFailure(named(name))).toEqual({ kind });
  });

  test('finds a full disk behind an aborted transaction', () => {
    const inner = named('QuotaExceededError');
    expect(storageFailure(named('AbortError', { inner }))).toEqual({ kind: 'storageFull' });
    expect(storageFailure(named('BulkError', { failures: [named('AbortError', { inner })] }))).toEqual({
      kind: 'storageFull',
    });
    expect(storageFailure(named('DatabaseClosedError', { inner: named('VersionError') }))).toEqual({
      kind: 'otherTabNewer',
    });
  });

  test('knows Dexie’s own errors and ours', () => {
    expect(storageFailure(new Dexie.MissingAPIError('no IndexedDB'))).toEqual({ kind: 'storageBlocked' });
    expect(storageFailure(new OtherVersionError('x'))).toEqual({ kind: 'otherTabNewer' });
  });

  test('leaves bugs to be thrown, also those that are no errors or name themselves', () => {
    for (const bug of [
      new TypeError('x'),
      named('AbortError'),
      named('ConstraintError'),
      'text',
      null,
      undefined,
    ]) {
      expect(storageFailure(bug)).toBeUndefined();
    }
    const circular = named('AbortError');
    Object.assign(circular, { inner: circular });
    expect(storageFailure(circular)).toBeUndefined();
  });
});
