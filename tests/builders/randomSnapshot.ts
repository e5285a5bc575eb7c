import * as fc from 'fast-check';
import { ABSENT } from '../../src/core/base/dayValue.ts';
import { addDays } from '../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import type { LicenceTerms } from '../../src/core/contract/contractLine.ts';
import { EXPECTED_PATTERNS } from '../../src/core/inventory/enumerations.ts';
import type { SeatHistory } from '../../src/core/inventory/seatHistory.ts';
import type { Snapshot } from '../../src/core/inventory/snapshot.ts';
import { seatKeyOf } from '../../src/core/inventory/seatKey.ts';
import { PATTERN_OUTCOMES } from '../../src/core/policy/evaluation.ts';
import type { EvaluationContext } from '../../src/core/policy/evaluationContext.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import type { ReviewFacts } from '../../src/core/policy/reviewFacts.ts';
import { contextOf } from './contextOf.ts';
import { day, snapshotOf } from './snapshotOf.ts';

const AS_OF = day('2026-06-30');
const TYPES = ['Fulfiller', 'Approver', 'Requester'] as const;

const isoBefore = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.integer({ min: -1, max: 260 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: most }) },
    )
    .map((days) => formatIsoDay(addDays(AS_OF, -days)));

const useCell = fc.oneof(
  { weight: 6, arbitrary: isoBefore(1700) },
  { weight: 2, arbitrary: fc.constant('never') },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1700 }).map((days) => `at least ${days}`) },
  { weight: 1, arbitrary: fc.constantFrom('', 'soon', '-') },
);
const lifeCell = fc.oneof(
  { weight: 6, arbitrary: isoBefore(1700) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1700 }).map((days) => `at least ${days}`) },
  { weight: 2, arbitrary: fc.constantFrom('', '-') },
);
const rarely = (text: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant(text) });

const HEADERS = [
  'account',
  'name',
  'email',
  'licence',
  'unit',
  'status',
  'integration',
  'delegates',
  'delegate or approver',
  'left',
  'pattern',
  'created',
  'assigned',
  'last action',
  'last sign-in',
  'seat action',
  'seat sign-in',
  'log',
  'last passive',
] as const;

const row = fc.record({
  account: fc.integer({ min: 0, max: 400 }).map((number) => `a${number}`),
  name: fc.constantFrom('Ann Lee', 'Bo T', 'svc-backup', 'Team Room', 'Midori Tanaka'),
  // A few people share an address, written one way or the other.
  email: fc.oneof(
    { weight: 8, arbitrary: fc.integer().map((number) => `p${number}@x.example`) },
    { weight: 1, arbitrary: fc.constantFrom('desk@x.example', 'Desk@X.example', 'ops@x.example', 'none') },
  ),
  licence: fc.constantFrom(...TYPES),
  unit: fc.constantFrom('', 'Finance', 'HR'),
  status: fc.constantFrom('active', 'active', 'active', 'deactivated', 'invited'),
  integration: rarely('yes'),
  // Some name an account of the list, some one that is not there.
  delegates: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('', '', '', 'none') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 450 }).map((number) => `a${number}; Bo T`) },
  ),
  'delegate or approver': fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('', 'no') },
    { weight: 1, arbitrary: fc.constantFrom('yes', 'Approver for HR') },
  ),
  left: fc.oneof({ weight: 9, arbitrary: fc.constant('-') }, { weight: 1, arbitrary: isoBefore(100) }),
  pattern: fc.oneof(
    { weight: 4, arbitrary: fc.constant('unknown') },
    { weight: 1, arbitrary: fc.constantFrom(...EXPECTED_PATTERNS, 'unread') },
  ),
  created: lifeCell,
  assigned: lifeCell,
  'last action': useCell,
  'last sign-in': useCell,
  'seat action': fc.oneof({ weight: 2, arbitrary: fc.constant('-') }, { weight: 1, arbitrary: useCell }),
  'seat sign-in': fc.oneof({ weight: 2, arbitrary: fc.constant('-') }, { weight: 1, arbitrary: useCell }),
  log: useCell,
  'last passive': useCell,
});

const reviewFactsOf = (snapshot: Snapshot): fc.Arbitrary<Partial<ReviewFacts>> => {
  const keys = Array.from({ length: snapshot.seats.count }, (_, seat) =>
    seatKeyOf(
      snapshot.accounts.accountId.at(snapshot.seats.account[seat]! as never),
      snapshot.licenceTypes[snapshot.seats.licenceType[seat]!]!,
    ),
  );
  const accounts = Array.from({ length: snapshot.accounts.count }, (_, account) =>
    snapshot.accounts.accountId.at(account as never),
  );
  const on = fc.integer({ min: -20, max: 500 }).map((days) => addDays(AS_OF, -days));
  const map = <Fact>(
    of: readonly string[],
    fact: (key: string) => fc.Arbitrary<Fact>,
  ): fc.Arbitrary<Map<string, Fact>> =>
    fc
      .subarray([...of], { maxLength: Math.min(6, of.length) })
      .chain((chosen) => fc.tuple(...chosen.map((key) => fact(key).map((made) => [key, made] as const))))
      .map((entries) => new Map(entries));
  return fc.record({
    exceptions: map(keys, (key) =>
      fc
        .tuple(on, fc.integer({ min: 0, max: 365 }))
        .map(([from, length]) => [
          { seat: key, rationale: 'kept', fallbackControl: 'review', from, until: addDays(from, length) },
        ]),
    ),
    patterns: map(keys, (key) =>
      fc.record({ seat: fc.constant(key), pattern: fc.constantFrom(...EXPECTED_PATTERNS), declaredOn: on }),
    ),
    inactive: map(keys, (key) => fc.record({ seat: fc.constant(key), foundOn: on })),
    humanMarks: map(accounts, (account) =>
      fc.record({
        account: fc.constant(account),
        mark: fc.constantFrom(
          'service' as const,
          'integration' as const,
          'shared' as const,
          'human' as const,
        ),
      }),
    ),
    leavers: fc
      .subarray(accounts, { maxLength: Math.min(3, accounts.length) })
      .map((chosen) => new Set(chosen)),
  });
};

const windows = fc
  .tuple(fc.integer({ min: 14, max: 730 }), fc.integer({ min: 0, max: 730 }))
  .map(([dormancy, more]) => ({ dormancy, borderline: Math.min(1460, dormancy + more) }));

const evidenceClass = fc.constantFrom('meaningful', 'loginOnly', 'passive', 'ignored' as const);

/** A policy with random windows, classes and switches. */
export const randomPolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  windows,
  windowsByLicenceType: fc.oneof(
    fc.constant({}),
    fc.record({ Approver: windows }),
    fc.record({ Approver: windows, Requester: windows }),
  ),
  signInCountsAsWork: fc.boolean(),
  evidenceRules: fc.oneof(
    fc.constant([]),
    fc
      .array(fc.record({ source: fc.constantFrom(...HEADERS.slice(10)), evidenceClass }), { maxLength: 3 })
      .map((rules) => rules as Policy['evidenceRules']),
  ),
});

const terms: fc.Arbitrary<Readonly<Record<string, Partial<LicenceTerms>>>> = fc.record({
  Requester: fc.record({ paidSeat: fc.boolean() }),
  Fulfiller: fc.record({ deactivatedCounts: fc.constantFrom('notStated', 'no', 'yes') }),
});

/** What up to five earlier lists, newest first, say of some seats: how far back each was held without a gap. */
const historyOf = (seats: number): fc.Arbitrary<SeatHistory> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(5), { minLength: seats, maxLength: seats }),
    )
    .map(([ages, heldIn]) => {
      const days = [0, ...ages.toSorted((a, b) => a - b)].map((age) => addDays(AS_OF, -age));
      return {
        firstSeenOn: Int32Array.from(heldIn, (lists) => days[Math.min(lists, days.length - 1)]!),
        absentUntil: Int32Array.from(heldIn, (lists) => days[lists + 1] ?? ABSENT),
      };
    });

/** Up to 40 random seats under a random policy, contract and record of reviews, with every kind of value. */
export const randomContext: fc.Arbitrary<EvaluationContext> = fc
  .tuple(
    fc.array(row, { minLength: 1, maxLength: 40 }),
    fc.constantFrom(undefined, 'last action', 'seat action', 'log'),
    fc.constantFrom(1, 7, 65_536),
  )
  .chain(([rows, missing, chunkRows]) => {
    const headers = HEADERS.filter((header) => header !== missing);
    const seen = new Set<string>();
    const lines = rows
      .filter(
        ({ account, licence }) => !seen.has(`${account}/${licence}`) && seen.add(`${account}/${licence}`),
      )
      .map((cells) => headers.map((header) => cells[header]).join(' | '));
    const snapshot = snapshotOf([headers.join(' | '), ...lines].join('\n'), {
      chunkRows,
      evidence: {
        log: {
          signalKind: 'action',
          proposedClass: 'meaningful',
          level: 'account',
          historyStart: '2025-09-01',
        },
      },
    });
    return fc
      .tuple(
        randomPolicy,
        terms,
        reviewFactsOf(snapshot),
        fc.oneof(
          fc.constant(undefined),
          fc.array(fc.constantFrom(...PATTERN_OUTCOMES), { minLength: 40, maxLength: 40 }),
        ),
        fc.boolean(),
        fc.oneof(fc.constant(undefined), historyOf(snapshot.seats.count)),
      )
      .map(([policy, contract, reviewFacts, tested, isAbsent, history]) =>
        contextOf(snapshot, {
          policy,
          terms: contract,
          reviewFacts,
          ...(tested ? { tested: tested.slice(0, snapshot.seats.count) } : {}),
          ...(history ? { history } : {}),
          ...(isAbsent
            ? {
                absences: new Map([
                  [
                    snapshot.accounts.accountId.at(0 as never),
                    [{ from: addDays(AS_OF, -40), until: addDays(AS_OF, -14) }],
                  ],
                ]),
              }
            : {}),
        }),
      );
  });
