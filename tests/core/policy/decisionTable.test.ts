import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { PATTERN_OUTCOMES, type PatternOutcome } from '../../../src/core/policy/evaluation.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

type Idle =
  { readonly kind: 'date' | 'atLeast'; readonly days: number } | { readonly kind: 'never' | 'none' };
type SignIn = { readonly days: number } | 'never' | 'unreadable';

/** One seat that rules 1 to 4 leave open, as values. */
interface OpenSeat {
  readonly idle: Idle;
  /** `undefined`: no assigned and no created date. */
  readonly tenure: number | undefined;
  readonly outcome: PatternOutcome;
  readonly signIn: SignIn;
}

interface Row {
  readonly category: Category;
  readonly holds: (seat: OpenSeat, w: number, b: number) => boolean;
}

const hasIdle = (idle: Idle): idle is Extract<Idle, { days: number }> =>
  idle.kind === 'date' || idle.kind === 'atLeast';
const provenIdle = (idle: Idle, w: number): boolean => hasIdle(idle) && idle.days >= w;
const isActive = ({ idle }: OpenSeat, w: number): boolean => idle.kind === 'date' && idle.days < w;
/** Whether the tenure reaches the window; a dated sign-in or idle time proves existence for that long. */
function reaches({ tenure, idle, signIn }: OpenSeat, w: number): 'yes' | 'no' | 'unknown' {
  if (tenure !== undefined) return tenure >= w ? 'yes' : 'no';
  const proofs = [hasIdle(idle) ? idle.days : 0, typeof signIn === 'object' ? signIn.days : 0];
  return Math.max(...proofs) >= w ? 'yes' : 'unknown';
}
const isIn = (outcome: PatternOutcome, ...outcomes: PatternOutcome[]): boolean => outcomes.includes(outcome);
const signedIn = ({ signIn }: OpenSeat, w: number): boolean => typeof signIn === 'object' && signIn.days < w;
const isMiddle = (idle: Idle, w: number, b: number): boolean =>
  provenIdle(idle, w) && hasIdle(idle) && idle.days < b;
const isBeyond = (idle: Idle, w: number, b: number): boolean =>
  provenIdle(idle, w) && hasIdle(idle) && idle.days >= b;

/** Rows 5 to 16 of the decision table, in the words of the table. */
const TABLE: readonly Row[] = [
  { category: 'active', holds: (s, w) => isActive(s, w) },
  { category: 'tooNew', holds: (s, w) => !isActive(s, w) && reaches(s, w) === 'no' },
  {
    category: 'unknown',
    holds: (s, w) =>
      (s.idle.kind === 'none' || (s.idle.kind === 'atLeast' && s.idle.days < w)) && reaches(s, w) !== 'no',
  },
  { category: 'unknown', holds: (s, w) => s.idle.kind === 'never' && reaches(s, w) === 'unknown' },
  {
    category: 'periodic',
    holds: (s, w) =>
      (provenIdle(s.idle, w) || s.idle.kind === 'never') &&
      reaches(s, w) === 'yes' &&
      s.outcome === 'positive',
  },
  {
    category: 'neverUsed',
    holds: (s, w) =>
      s.idle.kind === 'never' && reaches(s, w) === 'yes' && s.outcome !== 'positive' && s.signIn === 'never',
  },
  {
    category: 'borderline',
    holds: (s, w, b) =>
      isMiddle(s.idle, w, b) && reaches(s, w) === 'yes' && isIn(s.outcome, 'notTestable', 'oneSeasonOnly'),
  },
  {
    category: 'loginOnly',
    holds: (s, w, b) =>
      isMiddle(s.idle, w, b) &&
      reaches(s, w) === 'yes' &&
      isIn(s.outcome, 'none', 'overdue') &&
      signedIn(s, w),
  },
  {
    category: 'loginOnly',
    holds: (s, w, b) =>
      (isBeyond(s.idle, w, b) || s.idle.kind === 'never') &&
      reaches(s, w) === 'yes' &&
      s.outcome !== 'positive' &&
      signedIn(s, w),
  },
  {
    category: 'dormant',
    holds: (s, w, b) =>
      isMiddle(s.idle, w, b) &&
      reaches(s, w) === 'yes' &&
      isIn(s.outcome, 'none', 'overdue') &&
      !signedIn(s, w),
  },
  {
    category: 'dormant',
    holds: (s, w, b) =>
      isBeyond(s.idle, w, b) && reaches(s, w) === 'yes' && s.outcome !== 'positive' && !signedIn(s, w),
  },
  {
    category: 'dormant',
    holds: (s, w) =>
      s.idle.kind === 'never' &&
      reaches(s, w) === 'yes' &&
      s.outcome !== 'positive' &&
      s.signIn !== 'never' &&
      !signedIn(s, w),
  },
];

const AS_OF = day('2026-06-30');
const ago = (days: number): string => formatIsoDay(addDays(AS_OF, -days));
const idleCell = (idle: Idle): string =>
  idle.kind === 'date'
    ? ago(idle.days)
    : idle.kind === 'atLeast'
      ? `at least ${idle.days}`
      : idle.kind === 'never'
        ? 'never'
        : 'soon';
const signInCell = (signIn: SignIn): string =>
  signIn === 'never' ? 'never' : signIn === 'unreadable' ? 'soon' : ago(signIn.days);

/** Every combination around the edges of one pair of windows. */
function allSeats(w: number, b: number): readonly OpenSeat[] {
  const edges = [...new Set([0, w - 1, w, w + 1, b - 1, b, b + 1])];
  const idles: readonly Idle[] = [
    ...edges.map((days) => ({ kind: 'date' as const, days })),
    ...edges.map((days) => ({ kind: 'atLeast' as const, days })),
    { kind: 'never' },
    { kind: 'none' },
  ];
  const signIns: readonly SignIn[] = ['never', 'unreadable', { days: 0 }, { days: w - 1 }, { days: w }];
  return idles.flatMap((idle) =>
    [undefined, 0, w - 1, w, w + 1].flatMap((tenure) =>
      PATTERN_OUTCOMES.flatMap((outcome) => signIns.map((signIn) => ({ idle, tenure, outcome, signIn }))),
    ),
  );
}

function check(w: number, b: number): void {
  const open = allSeats(w, b);
  const lines = open.map(
    ({ idle, tenure, signIn }, index) =>
      `a${index} | ${tenure === undefined ? '-' : ago(tenure)} | ${idleCell(idle)} | ${signInCell(signIn)}`,
  );
  const context = contextOf(
    snapshotOf(['account | assigned | last action | last sign-in', ...lines].join('\n')),
    {
      policy: { windows: { dormancy: w, borderline: b } },
      tested: open.map(({ outcome }) => outcome),
    },
  );
  const { category } = classifySeats(prepareSeats(context), context.policy);
  open.forEach((seat, index) => {
    const rows = TABLE.filter(({ holds }) => holds(seat, w, b));
    expect(rows, JSON.stringify({ seat, w, b })).toHaveLength(1);
    expect(CATEGORIES[category[index]!], JSON.stringify({ seat, w, b })).toBe(rows[0]!.category);
  });
}

test('the kernel follows the decision table, in which exactly one row holds for every seat [DEFINE-07, REVIEW-01]', () => {
  check(90, 180);
});

test.each([
  [14, 14],
  [14, 1460],
  [90, 90],
  [91, 92],
  [730, 730],
  [730, 1460],
])('so at the ends of what a policy takes: window %i, limit %i [DEFINE-07]', (w, b) => check(w, b));

test('so at windows and limits drawn by chance [DEFINE-07]', () => {
  const windows = fc
    .integer({ min: 14, max: 730 })
    .chain((w) => fc.tuple(fc.constant(w), fc.integer({ min: w, max: 1460 })));
  fc.assert(
    fc.property(windows, ([w, b]) => check(w, b)),
    { numRuns: 12 },
  );
}, 60_000);
