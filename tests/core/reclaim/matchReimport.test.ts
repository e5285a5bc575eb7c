import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { countReclaimed } from '../../../src/core/reclaim/caseCounts.ts';
import { matchReimport, type SeatFinding } from '../../../src/core/reclaim/matchReimport.ts';
import { deactivate, decision, freeze, reclaim, waive } from '../../builders/caseSteps.ts';
import { AS_OF, day, LedgerBench, opening } from '../../builders/ledgerBench.ts';

const HELD: SeatFinding = {
  held: true,
  closedButMayCount: false,
  lighterHeld: false,
  lastWork: undefined,
  evidence: 'users.csv row 7',
};
const GONE: SeatFinding = { ...HELD, held: false };

const NEXT = day(2026, 9, 30);

function reimport(
  bench: LedgerBench,
  finding: SeatFinding | ((number: number) => SeatFinding),
  completeness: 'full' | 'filtered' = 'full',
  asOf = NEXT,
) {
  const snapshot = `snapshot-${asOf}`;
  bench.import(snapshot, asOf);
  const findingOf = typeof finding === 'function' ? finding : () => finding;
  return bench.append(
    matchReimport(bench.record, {
      snapshot,
      asOf,
      completeness,
      findingOf: ({ number }) => findingOf(number),
    }),
  );
}

function bench(changes = {}): LedgerBench {
  const made = LedgerBench.ready(changes);
  made.open(opening(1), opening(2), opening(3, { category: 'leaver' }));
  made.step(1, waive('agreed'));
  made.step(1, freeze(made.workingDay));
  return made;
}

describe('matchReimport', () => {
  test('a seat gone closes as verified from revocation, outside the workflow from elsewhere [RECLAIM-32]', () => {
    const made = bench();
    made.step(2, reclaim(made.workingDay));
    reimport(made, GONE);
    expect(made.case(1)).toMatchObject({ state: 'Closed Complete', proof: 'verified', reclaimedOn: NEXT });
    expect(made.case(2)).toMatchObject({ state: 'Closed Skipped', closing: 'goneOutsideWorkflow' });
    expect(made.case(3)).toMatchObject({ state: 'Closed Skipped', closing: 'goneOutsideWorkflow' });
    expect(countReclaimed(made.record.cases.values())).toEqual({ attested: 0, verified: 1 });
  });

  test('a seat removed before any step was recorded says so', () => {
    const made = LedgerBench.ready();
    made.open(opening(1));
    made.step(1, waive('agreed'));
    const [entry] = reimport(made, GONE);
    expect(entry?.entry.body).toMatchObject({
      transition: 21,
      effects: { remark: 'removed before a step was recorded' },
    });
  });

  test('an attested close becomes verified, once', () => {
    const made = bench();
    made.wait(15);
    made.step(1, deactivate(made.workingDay));
    made.step(1, { step: 'closeComplete' });
    const attestedOn = made.case(1).reclaimedOn;
    reimport(made, GONE);
    expect(made.case(1)).toMatchObject({ proof: 'verified', reclaimedOn: attestedOn });
    const again = reimport(made, GONE, 'full', addDays(NEXT, 30));
    expect(again.filter(({ entry }) => entry.subject === 'case:1')).toEqual([]);
  });

  test('work after the flag date cancels, but never a leaver; on a frozen account with the anomaly [RECLAIM-33]', () => {
    const made = bench();
    reimport(made, { ...HELD, lastWork: addDays(AS_OF, 1) });
    expect(made.case(1)).toMatchObject({ state: 'Closed Canceled', closing: 'activityDetected' });
    expect(made.case(1).timeline.at(-1)?.what).toContain('activity on frozen account');
    expect(made.case(2).state).toBe('Closed Canceled');
    expect(made.case(3).state).toBe('Ready');
  });

  test('work on the flag date itself cancels nothing', () => {
    const made = bench();
    expect(reimport(made, { ...HELD, lastWork: AS_OF })).toEqual([]);
  });

  test('a list that is not newer than the one that flagged the seat proves nothing', () => {
    const made = bench();
    expect(reimport(made, GONE, 'full', AS_OF)).toEqual([]);
    expect(reimport(made, GONE, 'full', addDays(AS_OF, -1))).toEqual([]);
    expect(reimport(made, GONE, 'full', addDays(AS_OF, 1))).not.toEqual([]);
  });

  test('a list that cannot show the seat of a case proves nothing about it', () => {
    const made = bench();
    const facts = matchReimport(made.record, {
      snapshot: 'other',
      asOf: NEXT,
      completeness: 'full',
      findingOf: () => GONE,
      concerns: ({ number }) => number === 2,
    });
    expect(facts.map(({ subject }) => subject)).toEqual(['case:2']);
  });

  test('a filtered list changes nothing [LOAD-35]', () => {
    const made = bench();
    expect(reimport(made, GONE, 'filtered')).toEqual([]);
  });

  test('a closed account proves nothing while the contract does not say whether it counts', () => {
    const made = bench();
    expect(reimport(made, { ...GONE, closedButMayCount: true })).toEqual([]);
  });

  test('a downgrade is proven only by the lighter licence [RECLAIM-32]', () => {
    const made = LedgerBench.ready();
    made.open(opening(1), opening(2));
    for (const number of [1, 2]) {
      made.step(number, reclaim(made.workingDay));
      made.step(number, decision('manager', 'downgrade'));
      made.step(number, { step: 'recordDowngrade', on: made.workingDay });
    }
    const added = reimport(made, (number) => ({ ...GONE, lighterHeld: number === 1 }));
    expect(added.map(({ entry }) => entry.body['transition'])).toEqual([30, 21]);
    expect(made.case(1)).toMatchObject({ state: 'Closed Complete', proof: 'verified' });
  });

  test('a proven seat held again is marked reactivated and stays closed', () => {
    const made = bench();
    reimport(made, (number) => (number === 1 ? GONE : HELD));
    reimport(made, HELD, 'full', addDays(NEXT, 30));
    expect(made.case(1)).toMatchObject({ state: 'Closed Complete', reactivatedOn: [addDays(NEXT, 30)] });
    expect(reimport(made, HELD, 'full', addDays(NEXT, 60))).toEqual([]);
  });

  test('dry-run cases are left alone', () => {
    expect(reimport(bench({ dryRun: true }), GONE)).toEqual([]);
  });
});
