import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATEGORIES,
  FLAGGED_CATEGORIES,
  isFlagged,
  type Category,
} from '../../../src/core/policy/category.ts';
import { countNotCounted } from '../../../src/core/policy/countNotCounted.ts';
import { diffFlagged } from '../../../src/core/policy/diffFlagged.ts';
import { flaggedLine } from '../../../src/core/policy/flaggedLine.ts';
import { idleHistogram } from '../../../src/core/policy/idleHistogram.ts';
import { countCategories } from '../../../src/core/policy/kernel.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { SENSITIVITY_WINDOWS, sensitivityCurve } from '../../../src/core/policy/sensitivityCurve.ts';
import { flaggedTotal, totalsByCategory } from '../../../src/core/policy/totalsByCategory.ts';
import { countCore } from '../../../src/core/policy/undisputedCore.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { randomContext, randomPolicy } from '../../builders/randomSnapshot.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const NOTHING = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Record<Category, number>;

/** 940 assigned seats of the running example and 3 that are none, as a users file. */
function runningExample(): string {
  const block = (seats: number, kind: string, cells: string): string[] =>
    Array.from({ length: seats }, (_, index) => `${kind}${index} | ${cells}`);
  return [
    'account | integration | pattern | status | assigned | last action | last sign-in',
    ...block(30, 'n', 'yes | unknown | active | 2024-01-01 | 2026-06-29 | 2026-06-29'),
    ...block(610, 'a', ' | unknown | active | 2024-01-01 | 2026-06-01 | 2026-06-29'),
    ...block(45, 'p', ' | yearly | active | 2024-01-01 | 2025-10-01 | 2025-10-01'),
    ...block(25, 't', ' | unknown | active | 2026-06-01 | never | never'),
    ...block(190, 'd', ' | unknown | active | 2024-01-01 | 2025-10-01 | 2025-10-01'),
    ...block(40, 'u', ' | unknown | active | 2024-01-01 | never | never'),
    ...block(3, 'c', ' | unknown | deactivated | 2024-01-01 | never | never'),
  ].join('\n');
}

describe('the running example', () => {
  const context = contextOf(snapshotOf(runningExample()));
  const prepared = prepareSeats(context);
  const totals = totalsByCategory(countCategories(prepared, context.policy));

  test('940 assigned seats fall into the categories of the example, 230 of them flagged', () => {
    expect(totals).toEqual({
      ...NOTHING,
      notASeat: 3,
      nonHuman: 30,
      active: 610,
      periodic: 45,
      tooNew: 25,
      dormant: 190,
      neverUsed: 40,
    });
    expect(flaggedTotal(totals)).toBe(230);
  });

  test('the live line shows the five lines beside the total [DEFINE-10]', () => {
    expect(flaggedLine(totals, { window: 60, flagged: 268 })).toBe(
      '230 flagged: 0 leavers, 40 never used, 0 borderline, 0 login only, 190 dormant. At 60 days it would be 268.',
    );
    expect(flaggedLine({ ...NOTHING, leaver: 1 }, undefined)).toBe(
      '1 flagged: 1 leaver, 0 never used, 0 borderline, 0 login only, 0 dormant.',
    );
  });

  test('what is not counted is listed with count and rule [REVIEW-04]', () => {
    const groups = countNotCounted(totals, false);
    expect(groups.map(({ category, seats }) => [category, seats])).toEqual([
      ['nonHuman', 30],
      ['excepted', 0],
      ['tooNew', 25],
      ['unknown', 0],
      ['periodic', 45],
      ['borderline', 0],
    ]);
    expect(countNotCounted(totals, true).map(({ category }) => category)).not.toContain('borderline');
    expect(groups.find(({ category }) => category === 'unknown')?.rule).toBe(
      'No evidence decides; they are never counted as idle.',
    );
    expect(new Set(groups.map(({ rule }) => rule)).size).toBe(groups.length);
  });

  test('protected and unknown seats are outside the flagged count [REVIEW-04]', () => {
    const counted = CATEGORIES.filter((category) => flaggedTotal({ ...NOTHING, [category]: 5 }) > 0);
    expect(counted.toSorted()).toEqual(['borderline', 'dormant', 'leaver', 'loginOnly', 'neverUsed']);
    const notCounted = countNotCounted({ ...NOTHING, excepted: 3, unknown: 2, tooNew: 4, active: 9 }, false);
    expect(flaggedTotal({ ...NOTHING, excepted: 3, unknown: 2, tooNew: 4, active: 9 })).toBe(0);
    expect(notCounted.reduce((sum, { seats }) => sum + seats, 0)).toBe(9);
  });
});

describe('changes between two definitions', () => {
  test('added and removed seats are those of a plain comparison [DEFINE-09]', () => {
    fc.assert(
      fc.property(randomContext, randomPolicy, (context, moved) => {
        const prepared = prepareSeats(context);
        const before = classifySeats(prepared, context.policy);
        const after = classifySeats(prepared, { ...context.policy, windows: moved.windows! });
        const flagged = (category: Uint8Array): number[] =>
          [...category].flatMap((code, seat) => (isFlagged(CATEGORIES[code]!) ? [seat] : []));
        const was = flagged(before.category);
        const is = flagged(after.category);
        const changes = diffFlagged(before, after);
        const rows = [...changes.seats()];
        const rowsOf = (change: string): number[] =>
          rows.filter((row) => row.change === change).map(({ seat }) => seat);
        expect(rowsOf('added')).toEqual(is.filter((seat) => !was.includes(seat)));
        expect(rowsOf('removed')).toEqual(was.filter((seat) => !is.includes(seat)));
        expect([changes.added, changes.removed]).toEqual([rowsOf('added').length, rowsOf('removed').length]);
        expect(was.length + changes.added - changes.removed).toBe(is.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('sensitivity and core', () => {
  test('the curve never rises as the window grows, with a following or a fixed limit', () => {
    const fixed = fc.option(fc.integer({ min: 14, max: 1460 }), { nil: undefined });
    fc.assert(
      fc.property(randomContext, fixed, fc.boolean(), (context, limit, signInCountsAsWork) => {
        const prepared = prepareSeats({ ...context, policy: { ...context.policy, signInCountsAsWork } });
        const curve = sensitivityCurve(prepared, context.policy, limit);
        expect(curve.map(({ window }) => window)).toEqual([...SENSITIVITY_WINDOWS]);
        for (const [index, point] of curve.entries()) {
          if (index > 0) expect(point.flagged).toBeLessThanOrEqual(curve[index - 1]!.flagged);
          expect(point.flagged).toBe(
            FLAGGED_CATEGORIES.reduce((sum, category) => sum + point.totals[category], 0),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the core never exceeds the flagged seats', () => {
    fc.assert(
      fc.property(randomContext, (context) => {
        const prepared = prepareSeats(context);
        const evaluation = classifySeats(prepared, context.policy);
        const flagged = flaggedTotal(totalsByCategory(countCategories(prepared, context.policy)));
        const { core, signal, heldShorter, provedShorter } = countCore(context, prepared, evaluation);
        expect(core).toBeLessThanOrEqual(flagged);
        expect(core + signal + heldShorter + provedShorter).toBe(flagged);
      }),
      { numRuns: 100 },
    );
  });

  test('any signal, a short tenure or an unreadable cell keeps a seat out of the core', () => {
    const list = `
      account | assigned   | last action | last sign-in | last passive
      core    | 2024-01-01 | 2025-10-01  | never        |
      never   | 2024-01-01 | never       | never        | never
      passive | 2024-01-01 | 2025-10-01  | never        | 2026-06-01
      signed  | 2024-01-01 | 2025-10-01  | 2026-06-20   |
      doubt   | 2024-01-01 | 2025-10-01  | soon         |
      bound   | 2024-01-01 | at least 90 | never        |
      newer   | 2026-02-01 | never       | never        |
      active  | 2024-01-01 | 2026-06-01  | never        |`;
    const context = contextOf(snapshotOf(list));
    const prepared = prepareSeats(context);
    const evaluation = classifySeats(prepared, context.policy);
    expect(countCore(context, prepared, evaluation)).toEqual({
      core: 2,
      // passive and signed: their dates lie inside the 180 days.
      signal: 2,
      heldShorter: 1,
      // doubt cannot be read, bound is known for 90 days alone.
      provedShorter: 2,
    });
    const longer = { windows: { dormancy: 300, borderline: 600 }, windowsByLicenceType: {} };
    expect(countCore(context, prepared, classifySeats(prepared, longer), longer).core).toBe(1);
  });
});

describe('the age histogram', () => {
  test('bins, never and not known add up to the seats asked for', () => {
    fc.assert(
      fc.property(randomContext, fc.subarray([...CATEGORIES]), (context, categories) => {
        const prepared = prepareSeats(context);
        const evaluation = classifySeats(prepared, context.policy);
        const { bins, never, notKnown } = idleHistogram(prepared, evaluation, categories);
        const wanted = [...evaluation.category].filter((code) =>
          categories.includes(CATEGORIES[code]!),
        ).length;
        expect(bins.reduce((sum, { seats }) => sum + seats, 0) + never + notKnown).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });

  test('a seat idle 90 days stands in the bin that starts at 90', () => {
    const context = contextOf(
      snapshotOf('account | last action\na | 2026-04-01\nb | 2026-04-02\nc | at least 400'),
    );
    const prepared = prepareSeats(context);
    const { bins } = idleHistogram(prepared, classifySeats(prepared, context.policy), CATEGORIES);
    const filled = bins.filter(({ seats }) => seats > 0);
    expect(filled).toEqual([
      { from: 60, to: 90, seats: 1, atLeast: 0 },
      { from: 90, to: 120, seats: 1, atLeast: 0 },
      { from: 365, to: 730, seats: 1, atLeast: 1 },
    ]);
  });
});
