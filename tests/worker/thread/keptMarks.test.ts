import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { buildContext } from '../../../src/core/policy/evaluationContext.ts';
import { markNonHuman } from '../../../src/core/policy/markNonHuman.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadComputed, saveComputed } from '../../../src/storage/snapshotExtra.ts';
import { deleteSnapshot } from '../../../src/storage/snapshotStore.ts';
import { bytesToMarks, marksToBytes } from '../../../src/worker/thread/keptMarks.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const SNAPSHOT = snapshotOf(`
  account | name        | licence   | last sign-in
  a1      | Ann Lee     | Fulfiller | 2026-06-01
  a2      | svc-backup  | Fulfiller | 2026-06-01
  a3      | break glass | Fulfiller | 2026-06-01
`);
const RULES = DEFAULT_POLICY.nonHuman;
const MARKS = { rules: RULES, accounts: markNonHuman(SNAPSHOT, RULES) };

describe('kept marks of accounts that are not people', () => {
  test('are read back with their rules', () => {
    expect(bytesToMarks(marksToBytes(MARKS), 3)).toEqual(MARKS);
  });

  test('of other accounts, another number of the rules or damaged bytes are not used', () => {
    const bytes = marksToBytes(MARKS);
    expect(bytesToMarks(bytes, 4)).toBeUndefined();
    expect(bytesToMarks(bytes.slice(0, 20), 3)).toBeUndefined();
    expect(bytesToMarks(new ArrayBuffer(0), 3)).toBeUndefined();
    const other = bytes.slice();
    const at = new TextDecoder().decode(other).indexOf('"number":') + '"number":'.length;
    new Uint8Array(other)[at] = 0x30;
    expect(bytesToMarks(other, 3)).toBeUndefined();
    const badKind = bytes.slice();
    new Uint8Array(badKind)[badKind.byteLength - 6] = 77;
    expect(bytesToMarks(badKind, 3)).toBeUndefined();
  });

  test('are taken under the same rules only', () => {
    const { policy, terms, reviewFacts, accountRows } = contextOf(SNAPSHOT);
    const input = { snapshot: SNAPSHOT, policy, terms, reviewFacts, accountRows };
    expect(buildContext({ ...input, knownMarks: MARKS }).nonHuman).toBe(MARKS.accounts);
    const rules = { ...RULES, serviceWords: ['ann'] };
    const { nonHuman } = buildContext({
      ...input,
      policy: { ...policy, nonHuman: rules },
      knownMarks: MARKS,
    });
    expect(nonHuman).toEqual(markNonHuman(SNAPSHOT, rules));
    expect(nonHuman.kind).not.toEqual(MARKS.accounts.kind);
  });

  test('go with their snapshot and are not kept for one that is gone', async () => {
    const db = new ClientDatabase('marks');
    await db.snapshots.add({ id: 's1', formatVersion: 1, sequence: 1, head: {} });
    const bytes = marksToBytes(MARKS);
    await saveComputed(db, 's1', 'nonHuman', bytes);
    expect(await loadComputed(db, 's1', 'nonHuman')).toEqual(bytes);
    await deleteSnapshot(db, 's1', () => Promise.resolve());
    expect(await loadComputed(db, 's1', 'nonHuman')).toBeUndefined();
    await saveComputed(db, 's1', 'nonHuman', bytes);
    expect(await db.chunks.count()).toBe(0);
    db.close();
  });
});
