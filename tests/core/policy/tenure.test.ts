import { describe, expect, test } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { SeatHistoryBuilder, heldRunToHistory } from '../../../src/core/inventory/seatHistory.ts';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { checkSeat } from '../../../src/core/policy/checkSeat.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { countCore } from '../../../src/core/policy/undisputedCore.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

type Cells = Readonly<Record<string, string>>;

/** The seat `a` on 30 Jun 2026 with what earlier complete lists, newest first, say of it. */
function evaluate(cells: Cells, lists: Readonly<Record<string, 'held' | 'lacking'>>) {
  const own = { account: 'a', 'last sign-in': 'never', ...cells };
  const snapshot = snapshotOf([Object.keys(own).join(' | '), Object.values(own).join(' | ')].join('\n'));
  const history = new SeatHistoryBuilder(snapshot, canonicalId);
  for (const [asOf, holds] of Object.entries(lists)) {
    history.add(snapshotOf(`account\n${holds === 'held' ? 'a' : 'somebody else'}`, { asOf }));
  }
  const context = contextOf(snapshot, { history: heldRunToHistory(history.finish(), snapshot.asOf) });
  const prepared = prepareSeats(context);
  const evaluation = classifySeats(prepared, context.policy);
  const reason = explainSeat(context, 0);
  expect(CATEGORIES[evaluation.category[0]!]).toBe(reason.category);
  return {
    category: reason.category,
    text: `${reason.sentence} ${reason.history}`,
    tenureCheck: checkSeat(context, 0).find(({ check }) => check === 'tenure')!,
    core: countCore(context, prepared, evaluation).core,
  };
}

const NEVER_USED = { 'last action': 'never' };

describe('tenure with earlier complete lists: variants of the worked cases 9 to 13 [DEFINE-07, REVIEW-05]', () => {
  const cases: readonly {
    readonly says: string;
    readonly cells: Cells;
    readonly lists: Readonly<Record<string, 'held' | 'lacking'>>;
    readonly category: Category;
    readonly text: string;
  }[] = [
    {
      says: '9: assigned 15 May, held in the list of 31 May: the assigned date stands',
      cells: { ...NEVER_USED, assigned: '2026-05-15' },
      lists: { '2026-05-31': 'held' },
      category: 'tooNew',
      text: 'Held for 46 days (assigned 15 May 2026)',
    },
    {
      says: '9: assigned 2024, but the complete list of 31 May lacked the seat',
      cells: { ...NEVER_USED, assigned: '2024-01-01' },
      lists: { '2026-05-31': 'lacking' },
      category: 'tooNew',
      text: 'Held for 29 days (not in the complete list of 31 May 2026)',
    },
    {
      says: '10: the list of 31 May lacked the seat, action on 25 Jun',
      cells: { 'last action': '2026-06-25', assigned: '2024-01-01' },
      lists: { '2026-05-31': 'lacking' },
      category: 'active',
      text: 'Held since 1 Jun 2026 at the earliest, 29 days: the assigned date is 1 Jan 2024, but the seat is not in the complete list of 31 May 2026.',
    },
    {
      says: '11: created 2024, lacking on 1 Apr: 89 days from the day after it',
      cells: { ...NEVER_USED, created: '2024-01-01' },
      lists: { '2026-04-01': 'lacking' },
      category: 'tooNew',
      text: '89 days (not in the complete list of 1 Apr 2026)',
    },
    {
      says: '12: created 2024, lacking on 31 Mar: 90 days from the day after it',
      cells: { ...NEVER_USED, created: '2024-01-01' },
      lists: { '2026-03-31': 'lacking' },
      category: 'neverUsed',
      text: '90 days since 1 Apr 2026',
    },
    {
      says: '12: assigned after the list that lacked it',
      cells: { ...NEVER_USED, assigned: '2026-04-01' },
      lists: { '2026-03-31': 'lacking' },
      category: 'neverUsed',
      text: 'Held since 1 Apr 2026 (assigned date), 90 days.',
    },
    {
      says: '12: created before 11 Feb 2017: held for at least that long',
      cells: { ...NEVER_USED, created: 'at least 3427' },
      lists: {},
      category: 'neverUsed',
      text: 'in at least 3\u00a0427 days',
    },
    {
      says: '13: created before 31 May: at least 31 days, which is less than W and not proof of a new seat',
      cells: { ...NEVER_USED, created: 'at least 31' },
      lists: {},
      category: 'unknown',
      text: 'held for at least 31 days (created before 31 May 2026), and the window is 90 days',
    },
    {
      says: '13: assigned before 31 May outranks a known creation of the account',
      cells: { ...NEVER_USED, created: '2020-01-01', assigned: 'at least 31' },
      lists: {},
      category: 'unknown',
      text: 'held for at least 31 days (assigned before 31 May 2026)',
    },
    {
      says: '11: created before 11 Feb 2017, lacking on 1 Apr: 89 days at most',
      cells: { ...NEVER_USED, created: 'at least 3427' },
      lists: { '2026-04-01': 'lacking' },
      category: 'tooNew',
      text: '89 days (not in the complete list of 1 Apr 2026)',
    },
    {
      says: '13: no dates, held on 31 May: at least 30 days, which is less than W',
      cells: NEVER_USED,
      lists: { '2026-05-31': 'held' },
      category: 'unknown',
      text: 'held for at least 30 days, told by the complete list of 31 May 2026, and the window is 90 days',
    },
    {
      says: '13: no dates, held on 1 Apr: at least 90 days',
      cells: NEVER_USED,
      lists: { '2026-05-31': 'held', '2026-04-01': 'held' },
      category: 'neverUsed',
      text: 'in at least 90 days',
    },
    {
      says: '13: no dates, lacking on 31 May: at most 29 days, so it is new',
      cells: NEVER_USED,
      lists: { '2026-05-31': 'lacking' },
      category: 'tooNew',
      text: 'at most 29 days (not in the complete list of 31 May 2026)',
    },
    {
      says: '13: no dates, held on 30 Apr and lacking on 28 Feb: between 61 and 121 days',
      cells: NEVER_USED,
      lists: { '2026-04-30': 'held', '2026-02-28': 'lacking' },
      category: 'unknown',
      text: 'held for at least 61 and at most 121 days (not in the complete list of 28 Feb 2026)',
    },
    {
      says: '13: no dates, held on 1 Apr and lacking on 28 Feb: at least 90 days',
      cells: NEVER_USED,
      lists: { '2026-04-01': 'held', '2026-02-28': 'lacking' },
      category: 'neverUsed',
      text: 'in at least 90 days',
    },
    {
      says: 'no dates, work of the account before the list that lacked the seat: too new, not dormant',
      cells: { 'last action': '2025-12-01' },
      lists: { '2026-05-31': 'lacking' },
      category: 'tooNew',
      text: 'not in the complete list of 31 May 2026',
    },
    {
      says: 'no dates, never acted, a sign-in after the list that lacked it proves 100 days',
      cells: { ...NEVER_USED, 'last sign-in': '2026-03-22' },
      lists: { '2026-02-28': 'lacking' },
      category: 'dormant',
      text: 'at least 100 and at most 121 days',
    },
    {
      says: 'no dates, never acted, a sign-in before the list that lacked it proves nothing',
      cells: { ...NEVER_USED, 'last sign-in': '2026-02-01' },
      lists: { '2026-02-28': 'lacking' },
      category: 'unknown',
      text: 'at most 121 days',
    },
  ];

  test.each(cases)('$says → $category', ({ cells, lists, category, text }) => {
    const found = evaluate(cells, lists);
    expect(found.category).toBe(category);
    expect(found.text).toContain(text);
  });
});

test('the tenure check blocks what a complete list shows to be new and passes the rest', () => {
  expect(evaluate(NEVER_USED, { '2026-05-31': 'lacking' }).tenureCheck).toMatchObject({
    result: 'block',
    evidence: 'Held for at most 29 days (not in the complete list of 31 May 2026); window 90 days.',
  });
  expect(evaluate(NEVER_USED, { '2026-04-01': 'held' }).tenureCheck).toMatchObject({
    result: 'pass',
    evidence: 'Held for at least 90 days, told by the complete list of 1 Apr 2026.',
  });
});

test('a seat is in the undisputed core only when it is proved to exist that long', () => {
  const silent = { 'last action': '2025-06-30', 'last sign-in': '2025-06-30' };
  expect(evaluate(silent, { '2025-11-30': 'lacking' })).toMatchObject({ category: 'dormant', core: 0 });
  expect(evaluate(silent, { '2025-12-31': 'held', '2025-11-30': 'lacking' })).toMatchObject({ core: 1 });
  expect(evaluate({ ...silent, assigned: '2024-01-01' }, { '2025-11-30': 'lacking' })).toMatchObject({
    core: 1,
  });
});
