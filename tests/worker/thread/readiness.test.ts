import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { readinessOf, type ReadinessFacts } from '../../../src/worker/thread/readiness.ts';

const READY: ReadinessFacts = {
  hasContractLine: true,
  heldBack: [],
  linesWithoutSeats: [],
  withoutLine: [],
  deactivatedLeftOut: 0,
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

  test('a line without a seat beside seats without a line blocks: the names differ', () => {
    expect(
      sentences(
        {
          linesWithoutSeats: ['ITSM Fulfiller'],
          withoutLine: [{ licenceType: 'User', assigned: 367 }],
        },
        'blocks',
      ),
    ).toEqual([
      'The contract names ITSM Fulfiller, but no seat of the list has this licence type; 367 seats of User have no contract line. Make the names equal.',
    ]);
    expect(
      sentences(
        {
          linesWithoutSeats: ['A', 'B'],
          withoutLine: [
            { licenceType: 'C', assigned: 1 },
            { licenceType: 'D', assigned: 2 },
          ],
        },
        'blocks',
      ),
    ).toEqual([
      'The contract names A and B, but no seat of the list has these licence types; 1 seat of C and 2 seats of D have no contract line. Make the names equal.',
    ]);
  });

  test('seats without a line beside lines that fit warn with their count, and so does a line without a seat alone', () => {
    const withoutLine = [{ licenceType: 'Portal', assigned: 38 }];
    expect(sentences({ withoutLine }, 'blocks')).toEqual([]);
    expect(sentences({ withoutLine }, 'warns')).toEqual([
      '38 seats of Portal have no contract line and stand in no figure of the position.',
    ]);
    expect(sentences({ linesWithoutSeats: ['A'] }, 'blocks')).toEqual([]);
    expect(sentences({ linesWithoutSeats: ['A'] }, 'warns')).toHaveLength(1);
    expect(sentences({ withoutLine, hasContractLine: false }, 'warns')).toEqual([]);
  });

  test('deactivated accounts that nothing states to count are told with their number', () => {
    expect(sentences({ deactivatedLeftOut: 52 }, 'warns')).toEqual([
      'Whether deactivated accounts still count is not stated; 52 of them are left out.',
    ]);
    expect(sentences({ deactivatedLeftOut: 1 }, 'warns')).toEqual([
      'Whether deactivated accounts still count is not stated; 1 of them is left out.',
    ]);
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
