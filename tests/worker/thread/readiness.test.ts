import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { readinessOf, type ReadinessFacts } from '../../../src/worker/thread/readiness.ts';

const READY: ReadinessFacts = {
  hasContractLine: true,
  heldBack: [],
  frozenVersion: 2,
  isMeasured: true,
  borderlineOpen: 0,
  noticeKnown: true,
  asOf: readIsoDay('2026-06-30')!,
  briefDate: '2026-06-30',
  verified: 3,
  liveCases: 5,
  dryRunCases: 0,
};
const sentences = (facts: Partial<ReadinessFacts>, state: string): readonly string[] =>
  readinessOf({ ...READY, ...facts })
    .filter((item) => item.state === state)
    .map((item) => item.sentence);

describe('what stands between the data and a brief', () => {
  test('nothing, when all is there', () => {
    expect(sentences({}, 'blocks')).toEqual([]);
    expect(sentences({}, 'warns')).toEqual([]);
  });

  test('a missing line, a definition that is not frozen or measured, and an unknown notice date block', () => {
    expect(sentences({ hasContractLine: false }, 'blocks')).toHaveLength(1);
    expect(sentences({ frozenVersion: undefined }, 'blocks')).toEqual(['Definition not frozen.']);
    expect(sentences({ isMeasured: false }, 'blocks')).toEqual(['Definition not frozen.']);
    expect(sentences({ noticeKnown: false }, 'blocks')).toEqual(['Notice date not known.']);
  });

  test('lines held back block when nothing else is in force, and warn beside others [CONTRACT-04]', () => {
    const heldBack = [{ licenceType: 'Portal', reason: 'overlap' }] as const;
    expect(sentences({ heldBack }, 'warns')).toEqual([expect.stringMatching(/^Portal: two contract lines/)]);
    expect(sentences({ heldBack }, 'blocks')).toEqual([]);
    expect(sentences({ heldBack, hasContractLine: false }, 'blocks')).toHaveLength(1);
  });

  test('data may be 30 days older than the typed brief date and no day more', () => {
    expect(sentences({ briefDate: '2026-07-30' }, 'blocks')).toEqual([]);
    expect(sentences({ briefDate: '2026-07-31' }, 'blocks')).toEqual([
      'Data are 31 days older than the brief date.',
    ]);
  });

  test('unworked borderline seats, no verified seat and a dry run alone are told, not blocked', () => {
    expect(sentences({ borderlineOpen: 27 }, 'warns')).toEqual([
      '27 borderline seats neither reviewed nor waived; the brief counts them as needed.',
    ]);
    expect(sentences({ verified: 0 }, 'warns')).toEqual(['No seat is verified yet; the brief will say so.']);
    expect(sentences({ liveCases: 0, dryRunCases: 4 }, 'warns')).toHaveLength(1);
  });
});
