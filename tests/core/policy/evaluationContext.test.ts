import { describe, expect, test } from 'vitest';
import { seatKeyOf } from '../../../src/core/inventory/seatKey.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { splitSeatKey } from '../../../src/core/policy/locateFacts.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const LIST = `
  account | licence   | assigned   | last action
  Ann     | Fulfiller | 2024-01-01 | 2025-10-01
  Ann     | Approver  | 2024-01-01 | 2025-10-01
  Bob     | Fulfiller | 2024-01-01 | 2025-10-01`;

const exceptionOf = (seat: string, from: string, until: string) =>
  new Map([
    [seat, [{ seat, rationale: 'audit', fallbackControl: 'review', from: day(from), until: day(until) }]],
  ]);

describe('facts of the ledger', () => {
  test('find their seat by canonical account and licence type, and no other', () => {
    const exceptions = exceptionOf(seatKeyOf('ann', 'Approver'), '2026-06-01', '2026-07-01');
    const context = contextOf(snapshotOf(LIST), { reviewFacts: { exceptions } });
    expect([0, 1, 2].map((seat) => explainSeat(context, seat).category)).toEqual([
      'dormant',
      'excepted',
      'dormant',
    ]);
  });

  test.each([
    ['2026-06-30', '2026-06-30', 'excepted'],
    ['2026-01-01', '2026-06-29', 'dormant'],
    ['2026-07-01', '2026-12-31', 'dormant'],
  ])('an exception from %s to %s makes the seat %s on 30 June', (from, until, category) => {
    const exceptions = exceptionOf(seatKeyOf('bob', 'Fulfiller'), from, until);
    expect(explainSeat(contextOf(snapshotOf(LIST), { reviewFacts: { exceptions } }), 2).category).toBe(
      category,
    );
  });

  test.each([
    ['2026-06-16', 'excepted'],
    ['2026-06-15', 'dormant'],
    ['2026-12-31', 'excepted'],
  ])('an absence until %s makes the seat %s: it protects 14 days beyond its end', (until, category) => {
    const absences = new Map([['bob', [{ from: day('2026-01-10'), until: day(until) }]]]);
    const context = contextOf(snapshotOf(LIST), { absences });
    expect(explainSeat(context, 2).category).toBe(category);
    expect(CATEGORIES[classifySeats(prepareSeats(context), context.policy).category[2]!]).toBe(category);
  });

  test('about seats that the snapshot does not hold are left out', () => {
    const exceptions = exceptionOf(seatKeyOf('carla', 'Fulfiller'), '2026-06-01', '2026-07-01');
    expect(contextOf(snapshotOf(LIST), { reviewFacts: { exceptions } }).facts.exceptions.size).toBe(0);
  });

  test('keys split into what they were made of, whatever signs the names hold', () => {
    for (const account of ['a', 'a/b:c', '12:x', '']) {
      expect(splitSeatKey(seatKeyOf(account, 'Tier 1/2: x'))).toEqual({
        account,
        licenceType: 'Tier 1/2: x',
      });
    }
  });
});

describe('a new context', () => {
  const snapshot = snapshotOf(LIST);
  const first = contextOf(snapshot);

  test('keeps what moving a window or classing a column cannot change', () => {
    const moved = contextOf(snapshot, { policy: { windows: { dormancy: 60, borderline: 120 } } }, first);
    expect(moved.nonHuman).toBe(first.nonHuman);
    expect(moved.roles).toBe(first.roles);
  });

  test('reads the names again when a rule changed, and everything for another snapshot', () => {
    const rules = { ...first.policy.nonHuman, serviceWords: ['ann'] };
    expect(contextOf(snapshot, { policy: { nonHuman: rules } }, first).nonHuman).not.toBe(first.nonHuman);
    expect(contextOf(snapshotOf(LIST), {}, first).nonHuman).not.toBe(first.nonHuman);
  });
});
