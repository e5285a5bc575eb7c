import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatDay, formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { EXPECTED_PATTERNS, type ExpectedPattern } from '../../../src/core/inventory/enumerations.ts';
import { seatKeyOf } from '../../../src/core/inventory/seatKey.ts';
import { CATEGORIES, isFlagged } from '../../../src/core/policy/category.ts';
import { checkSeat } from '../../../src/core/policy/checkSeat.ts';
import { explainSeat, type SeatReason } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const AS_OF = day('2026-06-30');
const before = (days: number): string => formatIsoDay(addDays(AS_OF, -days));

/** One seat, held since 2023, that last worked so many days before 30 June 2026. */
const idleSeat = (pattern: string, idle: number, more = ''): string =>
  [
    `account | licence | pattern | assigned | last action${more === '' ? '' : ' | last sign-in'}`,
    `a | Fulfiller | ${pattern} | 2023-01-01 | ${before(idle)}${more === '' ? '' : ` | ${more}`}`,
  ].join('\n');

/** The seat as its explanation and the kernel read it: they must not differ. */
function judge(table: string, options: ContextOptions = {}): SeatReason {
  const context = contextOf(snapshotOf(table), options);
  const reason = explainSeat(context, 0);
  const { category } = classifySeats(prepareSeats(context), context.policy);
  expect(CATEGORIES[category[0]!]).toBe(reason.category);
  return reason;
}

const byPerson = (pattern: ExpectedPattern, declaredOn: string): ContextOptions => {
  const seat = seatKeyOf('a', 'Fulfiller');
  return { reviewFacts: { patterns: new Map([[seat, { seat, pattern, declaredOn: day(declaredOn) }]]) } };
};

const windowOf = (dormancy: number): ContextOptions => ({
  policy: { windows: { dormancy, borderline: 2 * dormancy } },
});

/** Pattern, days below which it protects, and its word in the sentence. */
const OWN_WINDOWS = [
  ['quarterly', 135, 'quarterly'],
  ['halfYearly', 225, 'half-yearly'],
  ['yearly', 400, 'yearly'],
  ['seasonal', 400, 'seasonal'],
  ['onCall', 180, 'on-call'],
] as const;

describe('a pattern declared in the users list gives the seat a window of its own', () => {
  test.each(OWN_WINDOWS)('%s: Periodic until %i days, then dormant [LOAD-18]', (pattern, limit, word) => {
    const first = judge(idleSeat(pattern, 90));
    const last = judge(idleSeat(pattern, limit - 1));
    const missed = judge(idleSeat(pattern, limit));
    expect([first.category, last.category, missed.category]).toEqual(['periodic', 'periodic', 'dormant']);
    expect(judge(idleSeat(pattern, 89)).category).toBe('active');
    expect(last.sentence).toBe(
      `Idle ${limit - 1} days, but protected: use is declared ${word} by the user list as of ${formatDay(AS_OF)}, ` +
        `which gives the seat a window of its own of ${limit} days.`,
    );
    expect(missed.sentence).toMatch(/It missed its own pattern\.$/);
    expect(missed.history).toContain('and the seat missed its own pattern');
  });

  test.each(OWN_WINDOWS)(
    '%s: a seat that never acted is measured by its tenure [LOAD-18]',
    (pattern, limit) => {
      const held = (days: number): string =>
        `account | pattern | assigned | last action\na | ${pattern} | ${before(days)} | never`;
      expect(judge(held(89)).category).toBe('tooNew');
      expect(judge(held(limit - 1)).category).toBe('periodic');
      expect(judge(held(limit)).category).toBe('neverUsed');
    },
  );

  test.each(OWN_WINDOWS)('%s: beyond it a sign-in makes the seat login only [LOAD-18]', (pattern, limit) => {
    expect(judge(idleSeat(pattern, limit, before(3))).category).toBe('loginOnly');
    expect(judge(idleSeat(pattern, limit - 1, before(3))).category).toBe('periodic');
  });

  test.each(['daily', 'weekly', 'monthly'] as const)(
    '%s leaves the window, and the seat has missed its pattern beyond it [LOAD-18]',
    (pattern) => {
      const inside = judge(idleSeat(pattern, 89));
      expect(inside.category).toBe('active');
      expect(inside.history).toContain(
        `use is declared ${pattern} by the user list as of 30 Jun 2026, which leaves the window of 90 days.`,
      );
      const beyond = judge(idleSeat(pattern, 90));
      expect(beyond.category).toBe('dormant');
      expect(beyond.history).toContain('and the seat missed its own pattern');
      expect(judge(idleSeat(pattern, 150), windowOf(180)).category).toBe('active');
    },
  );

  test('unknown is no declaration: the seat waits for a person as without a column [LOAD-18]', () => {
    const reason = judge(idleSeat('unknown', 102));
    expect(reason.category).toBe('borderline');
    expect(reason.history).toContain('Pattern: not testable; only one last-activity date is known.');
  });

  test('a word that is not known is no declaration either, and the explanation says so [LOAD-18]', () => {
    const reason = judge(idleSeat('unread', 102));
    expect(reason.category).toBe('borderline');
    expect(reason.history).toContain('the user list declares a pattern in a word that is not known');
    expect(reason.sentence).toContain('The user list declares a pattern in a word that is not known.');
  });

  test('the sixth check blocks a seat whose pattern is declared', () => {
    const context = contextOf(snapshotOf(idleSeat('halfYearly', 211)));
    const check = checkSeat(context, 0).find((result) => result.check === 'periodicPattern');
    expect(check?.result).toBe('block');
    expect(check?.evidence).toContain('declared half-yearly by the user list');
  });

  test('at least so many idle days are measured by that bound', () => {
    const bounded = (days: number): string =>
      `account | pattern | assigned | last action\na | quarterly | 2023-01-01 | at least ${days}`;
    expect(judge(bounded(134)).category).toBe('periodic');
    expect(judge(bounded(135)).category).toBe('dormant');
    expect(judge(bounded(60)).category).toBe('unknown');
  });

  test('a window longer than the declared one stays: a seat that worked inside it is active', () => {
    expect(judge(idleSeat('quarterly', 150), windowOf(180)).category).toBe('active');
    expect(judge(idleSeat('quarterly', 180), windowOf(180)).category).toBe('dormant');
    expect(judge(idleSeat('yearly', 399), windowOf(180)).category).toBe('periodic');
  });

  test('it holds for every seat of the account, by the idle time of each', () => {
    const context = contextOf(
      snapshotOf(`
        account | licence   | pattern   | assigned   | seat action
        a       | Fulfiller | quarterly | 2023-01-01 | ${before(134)}
        a       | Analytics | quarterly | 2023-01-01 | ${before(135)}`),
    );
    expect([0, 1].map((seat) => explainSeat(context, seat).category)).toEqual(['periodic', 'dormant']);
  });

  test('rules that come first stay first: leavers, exceptions and accounts that are no people', () => {
    expect(
      judge(`account | pattern | left | last action\na | yearly | ${before(9)} | ${before(200)}`).category,
    ).toBe('leaver');
    expect(
      judge(`account | pattern | integration | last action\na | yearly | yes | ${before(200)}`).category,
    ).toBe('nonHuman');
  });
});

test('the steps that the brief gives a vendor come to the flagged seats, declared patterns included [LOAD-18]', () => {
  const idleDays = [5, 89, 90, 134, 135, 179, 180, 224, 225, 399, 400, 700];
  const cells = [...EXPECTED_PATTERNS, 'unread'].flatMap((pattern) =>
    idleDays.map((idle) => ({ pattern, idle })),
  );
  const rows = cells.map(
    ({ pattern, idle }, index) => `a${index} | ${pattern} | 2023-01-01 | ${before(idle)}`,
  );
  const context = contextOf(snapshotOf(['account | pattern | assigned | last action', ...rows].join('\n')));
  const categories = [...classifySeats(prepareSeats(context), context.policy).category].map(
    (code) => CATEGORIES[code]!,
  );
  const lastIdleDay = before(90);
  const isLeftOut = (seat: number): boolean => categories[seat] === 'periodic';
  const kept = cells.filter(({ idle }, seat) => before(idle) <= lastIdleDay && !isLeftOut(seat));
  expect(kept).toEqual(cells.filter((_, seat) => isFlagged(categories[seat]!)));
  expect(categories.filter((category) => category === 'periodic')).toHaveLength(2 + 6 + 8 + 8 + 4);
});

describe('a pattern that a person declared', () => {
  test('wins over the users list, and names its day', () => {
    const reason = judge(idleSeat('quarterly', 211), byPerson('halfYearly', '2026-01-15'));
    expect(reason.category).toBe('periodic');
    expect(reason.sentence).toContain(
      'use is declared half-yearly by a person on 15 Jan 2026, which gives the seat a window of its own of 225 days',
    );
  });

  test('counts for twelve months; then the users list counts again', () => {
    const facts = byPerson('halfYearly', '2025-06-30');
    expect(judge(idleSeat('unknown', 211), facts).category).toBe('periodic');
    const late = byPerson('halfYearly', '2025-06-29');
    expect(judge(idleSeat('unknown', 211), late).category).toBe('dormant');
    expect(judge(idleSeat('yearly', 211), late).category).toBe('periodic');
  });
});
