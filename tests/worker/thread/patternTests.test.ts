import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { joinEvidence, withEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { readPatterns } from '../../../src/core/policy/evaluationContext.ts';
import { PatternTests } from '../../../src/worker/thread/patternTests.ts';
import { activitySourceOf, type LogRow } from '../../builders/activitySourceOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';

const AS_OF = day('2026-06-30');
const ACCOUNTS = Array.from({ length: 400 }, (_, account) => `u${account}`);

function listWithLog() {
  const list = snapshotOf(
    [
      '| account | licence   | assigned   |',
      ...ACCOUNTS.map((id) => `| ${id} | Fulfiller | 2023-01-01 |`),
    ].join('\n'),
  );
  const rows = ACCOUNTS.flatMap((id, account) =>
    [10, 100, 190, 280].map((ago): LogRow => [id, formatIsoDay(addDays(AS_OF, -ago - account)), 'resolve']),
  );
  const log = activitySourceOf(rows, { historyStart: '2024-06-01' });
  return withEvidence(list, joinEvidence(list, [log]).columns);
}

const SNAPSHOT = listWithLog();
const FACTS = { snapshot: SNAPSHOT, fiscalYearStart: 1 };
const LONGER = { ...DEFAULT_POLICY, lookBack: 500 };

function atOnce(policy = DEFAULT_POLICY) {
  const pieces = readPatterns({ ...FACTS, policy });
  let count = 0;
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done === true) return { outcomes: piece.value.testedPatterns!, count };
    count += 1;
  }
}

describe('pattern tests of a list', () => {
  test('come in pieces of a bounded number of seats', () => {
    expect(atOnce().count).toBeGreaterThanOrEqual(Math.floor(ACCOUNTS.length / 64));
  });

  test('give what one piece gives, and are made once for one way of reading the logs', async () => {
    const tests = new PatternTests(FACTS);
    expect(tests.find(DEFAULT_POLICY)).toBeUndefined();
    expect(await tests.test(DEFAULT_POLICY)).toBe(true);
    const found = tests.find(DEFAULT_POLICY)!;
    expect(found.testedPatterns).toEqual(atOnce().outcomes);
    expect(new Set(found.testedPatterns)).not.toEqual(new Set([0]));
    const otherWindow = { ...DEFAULT_POLICY, windows: { dormancy: 60, borderline: 120 } };
    expect(tests.find(otherWindow)).toBe(found);
    expect(tests.find(LONGER)).toBeUndefined();
  });

  test('are given up when they are not wanted any more, and taken up again where they stopped', async () => {
    const tests = new PatternTests(FACTS);
    let pauses = 0;
    const clock = fastClock();
    try {
      expect(await tests.test(DEFAULT_POLICY, () => (pauses += 1) < 3)).toBe(false);
      expect(tests.find(DEFAULT_POLICY)).toBeUndefined();
      expect(pauses).toBe(3);
      let more = 0;
      const whole = (): boolean => {
        more += 1;
        return true;
      };
      expect(await tests.test(DEFAULT_POLICY, whole)).toBe(true);
      expect(more).toBeLessThanOrEqual(atOnce().count - 3);
    } finally {
      clock.restore();
    }
    expect(tests.find(DEFAULT_POLICY)!.testedPatterns).toEqual(atOnce().outcomes);
  });

  test('let other work run between the pieces, and two who wait share one run', async () => {
    const tests = new PatternTests(FACTS);
    const clock = fastClock();
    const heard: string[] = [];
    try {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => heard.push('question');
      const both = Promise.all([tests.test(LONGER), tests.test(LONGER)]).then((done) => {
        heard.push('tested');
        return done;
      });
      channel.port2.postMessage(undefined);
      expect(await both).toEqual([true, true]);
      channel.port1.close();
    } finally {
      clock.restore();
    }
    expect(heard).toEqual(['question', 'tested']);
    expect(tests.find(LONGER)!.testedPatterns).toEqual(atOnce(LONGER).outcomes);
  });
});

/** A clock on which every look takes half a second, so that every piece is followed by a pause. */
function fastClock(): { restore(): void } {
  const { now } = performance;
  let time = 0;
  performance.now = () => (time += 500);
  return {
    restore() {
      performance.now = now;
    },
  };
}
