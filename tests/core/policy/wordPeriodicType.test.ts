import { expect, test } from 'vitest';
import { readSeat } from '../../../src/core/policy/readSeat.ts';
import { wordPeriodicType } from '../../../src/core/policy/wordCategory.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

test('names the pattern that a person declared, or that the data show', () => {
  const declared = contextOf(
    snapshotOf('account | pattern | last action\na | halfYearly | 2026-01-20\nb | onCall | 2026-02-20'),
  );
  expect([0, 1].map((seat) => wordPeriodicType(readSeat(declared, seat)))).toEqual([
    'half-yearly, declared',
    'on-call, declared',
  ]);
  const reading = readSeat(contextOf(snapshotOf('account | last action\na | 2026-01-20')), 0);
  const shown = (type: 'quarterly' | 'onCall') =>
    wordPeriodicType({
      ...reading,
      pattern: {
        ...reading.pattern,
        test: { outcome: 'positive', type, expected: undefined, overdueAfter: undefined },
      },
    });
  expect([shown('quarterly'), shown('onCall')]).toEqual(['quarterly', 'on-call']);
});
