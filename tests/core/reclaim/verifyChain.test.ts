import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportLedger, readLedgerExport } from '../../../src/core/reclaim/exportLedger.ts';
import type { LedgerEntry, RecordedEntry } from '../../../src/core/reclaim/ledgerEntry.ts';
import { ledgerHead } from '../../../src/core/reclaim/ledgerHead.ts';
import { hashOfEntry } from '../../../src/core/reclaim/chainFacts.ts';
import { verifyChain } from '../../../src/core/reclaim/verifyChain.ts';
import { deactivate, decision, freeze, reclaim } from '../../builders/caseSteps.ts';
import { LedgerBench, opening, sha256Hex } from '../../builders/ledgerBench.ts';

let bench: LedgerBench;
let entries: readonly RecordedEntry[];

beforeAll(() => {
  bench = LedgerBench.ready();
  bench.open(opening(1), opening(2));
  bench.step(1, reclaim(bench.workingDay));
  bench.step(1, decision('user', 'revoke'));
  bench.step(1, freeze(bench.workingDay));
  bench.wait(20);
  bench.step(1, deactivate(bench.workingDay));
  bench.step(1, { step: 'closeComplete' });
  bench.note({ kind: 'ledgerExported', form: 'full', entries: bench.entries.length });
  ({ entries } = bench);
});

const check = (changed: readonly RecordedEntry[]) => verifyChain(changed, sha256Hex);

describe('verifyChain', () => {
  test('finds an untouched ledger intact', () => {
    expect(entries.length).toBeGreaterThan(10);
    expect(check(entries)).toEqual({ outcome: 'intact', entries: entries.length });
  });

  test('every hash covers the one before and the own content [RECLAIM-36]', () => {
    expect(entries[0]?.entry.previousHash).toBe('0'.repeat(64));
    for (const [index, { entry }] of entries.entries()) {
      const { hash, ...content } = entry;
      expect(hash).toBe(hashOfEntry(content, sha256Hex));
      expect(entry.sequence).toBe(index + 1);
      if (index > 0) expect(entry.previousHash).toBe(entries[index - 1]?.entry.hash);
    }
  });

  test('each entry says who, when, what, why and about whom [RECLAIM-35]', () => {
    const decided = entries.find(({ entry }) => entry.kind === 'caseMoved' && entry.body['transition'] === 8);
    expect(decided?.personal.actor).toBe('Robin Marsh');
    expect(decided?.personal.reason).toBe('needed for the audit');
    expect(decided?.entry).toMatchObject({
      at: '2026-09-01T10:00:00+01:00',
      subject: 'case:1',
      from: 'Awaiting User',
      to: 'Awaiting Revocation',
    });
  });

  test('names an altered field wherever it is, by any single change [RECLAIM-36]', () => {
    const places = fc.integer({ min: 0, max: entries.length - 1 });
    fc.assert(
      fc.property(places, fc.boolean(), fc.nat(), fc.nat(), (index, inPersonal, which, how) => {
        const recorded = entries[index]!;
        const changed = inPersonal
          ? { ...recorded, personal: alterOne(recorded.personal, which, how) }
          : { ...recorded, entry: alterOne(recorded.entry, which, how) };
        expect(check(entries.with(index, changed))).toEqual({
          outcome: 'broken',
          sequence: index + 1,
          what: 'altered',
        });
      }),
      { numRuns: 600 },
    );
  });

  test('names a removed entry, the first one too [RECLAIM-36]', () => {
    for (let index = 0; index < entries.length - 1; index++) {
      expect(check(entries.toSpliced(index, 1))).toEqual({
        outcome: 'broken',
        sequence: index + 1,
        what: 'removed',
      });
    }
  });

  test('names an inserted entry, a copy or a forged one [RECLAIM-36]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: entries.length - 1 }),
        fc.integer({ min: 1, max: entries.length }),
        fc.boolean(),
        (source, place, isRenumbered) => {
          const copy = entries[source]!;
          const forged = isRenumbered ? { ...copy, entry: { ...copy.entry, sequence: place + 1 } } : copy;
          const result = check(entries.toSpliced(place, 0, forged));
          // Of two equal neighbours the second is the one too many.
          const isNeighbour = source === place && !isRenumbered;
          const isSelf = source === place && isRenumbered;
          const sequence = isNeighbour || isSelf ? place + 2 : place + 1;
          expect(result).toEqual({ outcome: 'broken', sequence, what: 'inserted' });
        },
      ),
    );
  });

  test('names an entry appended at the end that continues an earlier one, its own hash made to fit [RECLAIM-36]', () => {
    for (const source of [0, 4, entries.length - 2]) {
      const { entry, personal } = entries[source]!;
      const { hash: _, ...content } = { ...entry, sequence: entries.length + 1 };
      const forged = { entry: { ...content, hash: hashOfEntry(content, sha256Hex) }, personal };
      expect(check([...entries, forged])).toEqual(
        source === 0
          ? // The first entry follows nothing: that could as well be a rewritten last one.
            { outcome: 'broken', sequence: entries.length, what: 'altered' }
          : { outcome: 'broken', sequence: entries.length + 1, what: 'inserted' },
      );
    }
  });

  test('finds two entries swapped', () => {
    for (let index = 0; index < entries.length - 1; index++) {
      const swapped = entries.with(index, entries[index + 1]!).with(index + 1, entries[index]!);
      expect(check(swapped)).toMatchObject({ outcome: 'broken', sequence: index + 1 });
    }
  });

  test('names an entry that was rewritten together with its own hash', () => {
    const { entry, personal } = entries[3]!;
    const { hash: _, ...content } = { ...entry, at: '2020-01-01T00:00:00Z' };
    const rewritten = { entry: { ...content, hash: hashOfEntry(content, sha256Hex) }, personal };
    expect(check(entries.with(3, rewritten))).toEqual({ outcome: 'broken', sequence: 4, what: 'altered' });
  });

  test('survives entries that are no entries', () => {
    const empty = {} as unknown as LedgerEntry;
    expect(check(entries.with(2, { entry: empty, personal: entries[2]!.personal }))).toEqual({
      outcome: 'broken',
      sequence: 3,
      what: 'altered',
    });
    const fraction = { ...entries[2]!.entry, body: { rows: 0.5 } };
    expect(check(entries.with(2, { ...entries[2]!, entry: fraction }))).toMatchObject({ sequence: 3 });
  });
});

describe('exportLedger', () => {
  test('full and pseudonymised forms verify to the same head', () => {
    for (const form of ['full', 'pseudonymised'] as const) {
      const read = readLedgerExport(exportLedger(entries, form));
      if (!('entries' in read)) throw new Error(`Line ${read.badLine} does not read`);
      expect(verifyChain(read.entries, sha256Hex)).toEqual({ outcome: 'intact', entries: entries.length });
      expect(read.entries.at(-1)?.entry.hash).toBe(entries.at(-1)?.entry.hash);
    }
  });

  test('the pseudonymised form holds no name, address or free text', () => {
    const text = exportLedger(entries, 'pseudonymised');
    for (const personal of [
      'Robin',
      'Person',
      'larkfield',
      'Larkfield',
      'Morgan',
      'Finance',
      'audit',
      'users.csv',
    ]) {
      expect(text).not.toContain(personal);
      expect(exportLedger(entries, 'full')).toContain(personal);
    }
  });

  test('any single changed character of the file is found [RECLAIM-36]', () => {
    const text = exportLedger(entries, 'full');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.string({ minLength: 0, maxLength: 1 }),
        (at, by) => {
          const changed = text.slice(0, at) + by + text.slice(at + 1);
          fc.pre(changed !== text);
          const read = readLedgerExport(changed);
          const line = text.slice(0, at).split('\n').length;
          if ('badLine' in read) {
            expect(read.badLine).toBeGreaterThanOrEqual(line);
            return;
          }
          expect(verifyChain(read.entries, sha256Hex)).toMatchObject({ outcome: 'broken', sequence: line });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('ledgerHead', () => {
  test('is not moved by an export', () => {
    const head = ledgerHead(entries);
    expect(entries.at(-1)?.entry.kind).toBe('ledgerExported');
    expect(head).toEqual({ sequence: entries.length - 1, hash: entries.at(-2)?.entry.hash });
    expect(bench.record.head).toEqual(head);
    expect(bench.record.end.sequence).toBe(entries.length);
  });

  test('is not there before the first entry', () => {
    expect(ledgerHead([])).toBeUndefined();
  });
});

/** Changes exactly one leaf of a value: a character of a text, a digit of a number, a truth value, or a missing one. */
function alterOne<Value extends object>(value: Value, which: number, how: number): Value {
  const leaves: (readonly string[])[] = [];
  collect(value, [], leaves);
  const path = leaves[which % leaves.length]!;
  const copy = structuredClone(value) as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = path.at(-1)!;
  holder[last] = altered(holder[last], how);
  return copy as unknown as Value;
}

function collect(value: unknown, path: readonly string[], leaves: (readonly string[])[]): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) collect(field, [...path, key], leaves);
  } else if (value !== undefined) leaves.push(path);
}

function altered(leaf: unknown, how: number): unknown {
  if (typeof leaf === 'string') {
    if (leaf === '') return 'x';
    const at = how % leaf.length;
    return leaf.slice(0, at) + (leaf[at] === 'x' ? 'y' : 'x') + leaf.slice(at + 1);
  }
  if (typeof leaf === 'number') return leaf + 1 + (how % 9);
  if (typeof leaf === 'boolean') return !leaf;
  return 'x';
}
