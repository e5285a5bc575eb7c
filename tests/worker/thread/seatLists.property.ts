import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { NO_REVIEW_FACTS } from '../../../src/core/policy/reviewFacts.ts';
import { Evaluator } from '../../../src/worker/thread/evaluator.ts';
import { firstInOrder } from '../../../src/worker/thread/firstInOrder.ts';
import { FoldedNames } from '../../../src/worker/thread/foldedNames.ts';
import { foldText } from '../../../src/worker/thread/foldText.ts';
import { accountName } from '../../../src/worker/thread/accountName.ts';
import { NamePrefixes } from '../../../src/worker/thread/namePrefixes.ts';
import { orderByName } from '../../../src/worker/thread/nameOrder.ts';
import { SeatLists } from '../../../src/worker/thread/seatLists.ts';
import type { SeatQuery, SeatSort } from '../../../src/worker/reviewView.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

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

const ANY: SeatQuery = {
  categories: [],
  licenceType: undefined,
  unit: undefined,
  candidatesOnly: false,
  search: '',
  sort: 'name',
  descending: false,
};

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
          const folded = new FoldedNames(snapshot);
          const texts = Array.from({ length: snapshot.accounts.count }, (_, row) =>
            foldText(accountName(snapshot, row as RowIndex)),
          );
          const expected = [...texts.keys()].toSorted((a, b) =>
            texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b,
          );
          expect([...orderByName(folded)]).toEqual(expected);
        },
      ),
    );
  });

  test('prefixes of names leave the first rows by name among the candidates', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 80 }),
        fc.nat(20),
        fc.boolean(),
        fc.constantFrom(2, 64),
        (names, count, descending, chunkRows) => {
          const snapshot = snapshotOf(tableOf(names), { chunkRows });
          const seats = Uint32Array.from(snapshot.seats.account.keys());
          const rank = new Map([...orderByName(new FoldedNames(snapshot))].map((row, place) => [row, place]));
          const placeOf = (seat: number): number => rank.get(snapshot.seats.account[seat]!)!;
          const inOrder = [...seats].toSorted((a, b) => placeOf(a) - placeOf(b) || a - b);
          const candidates = new NamePrefixes(snapshot).candidates(seats, count, descending)!;
          const wanted = (descending ? inOrder.toReversed() : inOrder).slice(0, count);
          expect([...candidates]).toEqual(expect.arrayContaining(wanted));
          expect([...candidates]).toEqual([...candidates].toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the first rows of an order are its beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.nat(12), (values, count) => {
        const compare = (one: number, other: number): number => values[one]! - values[other]! || one - other;
        const rows = Uint32Array.from(values.keys());
        expect([...firstInOrder(rows, count, compare)]).toEqual([...rows].toSorted(compare).slice(0, count));
      }),
    );
  });

  test('a first page and the whole list agree for every sort and filter', () => {
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
