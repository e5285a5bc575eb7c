import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { runAtOnce } from '../../../src/core/base/runAtOnce.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { NO_REVIEW_FACTS } from '../../../src/core/policy/reviewFacts.ts';
import { Evaluator } from '../../../src/worker/thread/evaluator.ts';
import { foldNames } from '../../../src/worker/thread/foldedNames.ts';
import { foldText } from '../../../src/worker/thread/foldText.ts';
import { accountName } from '../../../src/worker/thread/accountName.ts';
import { NamePrefixes } from '../../../src/worker/thread/namePrefixes.ts';
import { NameRanks } from '../../../src/worker/thread/nameRanks.ts';
import { rankNames } from '../../../src/worker/thread/rankNames.ts';
import { rowsInRange, TooManyTied } from '../../../src/worker/thread/rowsInRange.ts';
import { SeatLists } from '../../../src/worker/thread/seatLists.ts';
import type { SeatQuery, SeatSort } from '../../../src/worker/reviewView.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'ß', 'Ł', '山', ' ', 'Ž', 'Σ'), maxLength: 11 }),
  fc.constantFrom('', 'Ann Lee', 'Ann Leeson', 'ann lee', 'Zoë Müller'),
);

const tableOf = (names: readonly string[]): string =>
  [
    'account | name | licence | unit | last action | created',
    ...names.map((text, row) =>
      [
        `a${row % 60}`,
        text.trim(),
        row % 3 === 0 ? 'Fulfiller' : 'Approver',
        row % 4 === 0 ? 'Finance' : 'HR',
        row % 5 === 0 ? 'never' : `2026-0${1 + (row % 6)}-11`,
        '2020-01-01',
      ].join(' | '),
    ),
  ].join('\n');

const ANY: SeatQuery = seatQuery();

const SORTS: readonly SeatSort[] = [
  'name',
  'licenceType',
  'unit',
  'lastWork',
  'lastSignIn',
  'category',
  'idle',
];

describe('lists of seats', () => {
  test('names are compared as their folded texts are, in chunks of any size', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(2, 64),
        (names, chunkRows) => {
          const snapshot = snapshotOf(tableOf(names), { chunkRows });
          const folded = runAtOnce(foldNames(snapshot));
          const texts = Array.from({ length: snapshot.accounts.count }, (_, row) =>
            foldText(accountName(snapshot, row as RowIndex)),
          );
          const expected = [...texts.keys()].toSorted((a, b) =>
            texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b,
          );
          expect(folded.count).toBe(texts.length);
          const ranks = runAtOnce(rankNames(snapshot));
          expect(expected.map((row) => ranks[row])).toEqual([...expected.keys()]);
        },
      ),
    );
  });

  test('prefixes of names stand in the order of the names', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 80 }),
        fc.constantFrom(2, 64),
        (names, chunkRows) => {
          const snapshot = snapshotOf(tableOf(names), { chunkRows });
          const { upper, lower } = new NamePrefixes(snapshot);
          const ranks = runAtOnce(rankNames(snapshot));
          const order = [...ranks.keys()].toSorted((a, b) => ranks[a]! - ranks[b]!);
          const keys = order.map((row) => upper[row]! * 2 ** 32 + lower[row]!);
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a range of an order is a part of the full order, whichever keys tell rows apart', () => {
    const number = fc.constantFrom(0, 1, 2, 65_535, 65_536, 65_537, 0x7fff_ffff, 0xffff_ffff);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000 }),
        fc.array(fc.array(number, { minLength: 1, maxLength: 6 }), { maxLength: 2 }),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        fc.boolean(),
        fc.nat(9_000),
        fc.nat(600),
        (count, columns, names, descending, from, length) => {
          const rows = Uint32Array.from({ length: count }, (_, row) => row * 3);
          const keys = columns.map((column) => (row: number) => column[(row * 7919) % column.length]!);
          const compare =
            names === undefined
              ? undefined
              : (one: number, other: number): number => (one % names) - (other % names);
          const ascending = (one: number, other: number): number => {
            for (const key of keys) if (key(one) !== key(other)) return key(one) - key(other);
            return (compare?.(one, other) ?? 0) || one - other;
          };
          const order = rows.toSorted(descending ? (a, b) => ascending(b, a) : ascending);
          const found = rowsInRange(rows, keys, compare, descending, from, from + length);
          expect(found).toEqual(order.slice(from, from + length));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the first rows of many are those of the full order, however the rows stand', () => {
    const shape = fc.constantFrom<(row: number) => number>(
      (row) => row,
      (row) => 40_000 - row,
      (row) => (row * 7919) % 40_009,
      (row) => (row * 7919) % 5,
      (row) => (row % 1_000 === 0 ? 0 : 1),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 8_100, max: 30_000 }),
        shape,
        fc.boolean(),
        fc.nat(2_200),
        fc.nat(300),
        (count, valueOf, descending, from, length) => {
          const rows = Uint32Array.from({ length: count }, (_, row) => row);
          const key = (row: number): number => valueOf(row) >>> 0;
          const ascending = (one: number, other: number): number => key(one) - key(other) || one - other;
          const order = rows.toSorted(descending ? (a, b) => ascending(b, a) : ascending);
          const found = rowsInRange(rows, [key], undefined, descending, from, from + length);
          expect(found).toEqual(order.slice(from, from + length));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('too many tied rows are told instead of compared', () => {
    const rows = Uint32Array.from({ length: 5_000 }, (_, row) => row);
    const range = () => rowsInRange(rows, [() => 7], () => 0, false, 0, 10, 4_000);
    expect(range).toThrow(TooManyTied);
  });

  test('a first page and the whole list agree for every sort and filter, whether the order by name is known or not', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 80 }),
        fc.constantFrom(...SORTS),
        fc.boolean(),
        fc.constantFrom<Partial<SeatQuery>>(
          {},
          { licenceType: 'Fulfiller' },
          { unit: 'HR' },
          { search: 'lee' },
          { categories: ['active', 'dormant'] },
          { candidatesOnly: true },
        ),
        (names, sort, descending, filter) => {
          const snapshot = snapshotOf(tableOf(names));
          const evaluator = new Evaluator(snapshot);
          const evaluated = evaluator.evaluate(DEFAULT_POLICY, undefined, {
            contractLines: new Map(),
            reviewFacts: NO_REVIEW_FACTS,
            queueWaived: false,
          });
          const list = new SeatLists(snapshot).list(evaluated, { ...ANY, ...filter, sort, descending });
          const first = [...list.rows(0, 500)];
          expect(first).toEqual([...list.all()]);
          expect([...list.rows(3, 4)]).toEqual(first.slice(3, 7));
          const other = new SeatLists(snapshot).list(evaluated, { ...ANY, ...filter, sort, descending });
          expect([...other.rows(5, 6)]).toEqual(first.slice(5, 11));
          expect([...other.rows(0, 2)]).toEqual(first.slice(0, 2));
          const nameRanks = new NameRanks(snapshot);
          nameRanks.makeNow();
          const ranked = new SeatLists(snapshot, nameRanks).list(evaluated, {
            ...ANY,
            ...filter,
            sort,
            descending,
          });
          expect([...ranked.rows(0, 500)]).toEqual(first);
          expect(new Set(first).size).toBe(list.total);
          const byCategory = CATEGORIES.map(
            (_, code) => first.filter((seat) => evaluated.evaluation.category[seat] === code).length,
          );
          expect([...list.byCategory]).toEqual(byCategory);
        },
      ),
    );
  });
});
