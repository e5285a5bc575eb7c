import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import type { Progress } from '../../../src/worker/protocol.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};
let ask: AskThread;
const act = (action: Action) => ask('act', { action, stamp });
const page = () =>
  ask('casePage', {
    query: { state: undefined, open: undefined, search: '', cases: undefined },
    from: 0,
    count: 2000,
    workingDay: stamp.workingDay,
  });

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
  await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
  await act({ act: 'createCases', seats: undefined, manualReason: undefined });
});

describe('one act on many cases', () => {
  test('converting several dry-run cases makes as many live cases, and none is lost [RECLAIM-29]', async () => {
    const before = await page();
    const answer = await act({ act: 'caseStep', cases: [1, 2, 3], step: { step: 'convertToLive' } });
    expect(answer.refused).toEqual([]);
    const after = await page();
    expect(after.total).toBe(before.total + 3);
    const live = after.rows.filter((row) => !row.dryRun);
    expect(live.map((row) => row.number)).toEqual([before.total + 1, before.total + 2, before.total + 3]);
    expect(live.every((row) => row.state === 'Ready')).toBe(true);
    expect(after.rows.filter((row) => row.number <= 3).every((row) => row.state.startsWith('Closed'))).toBe(
      true,
    );
  });

  test('a case named twice moves once [RECLAIM-02]', async () => {
    const { done } = await act({
      act: 'caseStep',
      cases: [5, 5],
      step: { step: 'withdraw', reason: 'named twice' },
    });
    expect(done).toBe(1);
  });

  test('a second press creates no second case for a seat [RECLAIM-05]', async () => {
    const before = await page();
    await expect(act({ act: 'createCases', seats: undefined, manualReason: undefined })).rejects.toThrow(
      'There is no candidate without an open case.',
    );
    expect((await page()).total).toBe(before.total);
  });
});

describe('dates of recorded steps', () => {
  test('a freeze cannot be dated before the notice, so that grace cannot be got round [RECLAIM-11, RECLAIM-24]', async () => {
    await act({
      act: 'caseStep',
      cases: [7],
      step: {
        step: 'reclaim',
        notice: { recipient: 'a', channel: 'e-mail', on: stamp.workingDay, text: 'notice' },
        waiver: undefined,
      },
    });
    await act({
      act: 'caseStep',
      cases: [7],
      step: {
        step: 'recordDecision',
        decision: 'revoke',
        by: 'user',
        channel: 'e-mail',
        reference: '',
        reason: '',
        lighterLicenceType: undefined,
        exceptionUntil: undefined,
        fallbackControl: '',
      },
    });
    const early = readIsoDay('2025-10-01')!;
    await expect(
      act({ act: 'caseStep', cases: [7], step: { step: 'recordFreeze', on: early } }),
    ).rejects.toThrow('The date cannot lie before the notice, 22 Nov 2026.');
  });
});

describe('a long act that is given up', () => {
  test.each([
    ['creating cases', { act: 'createCases', seats: undefined, manualReason: undefined }],
    [
      'converting them to live',
      {
        act: 'caseStep',
        cases: Array.from({ length: 458 }, (_, index) => index + 1),
        step: { step: 'convertToLive' },
      },
    ],
  ] as const)('%s tells how far it is; cancelled, nothing of it is recorded', async (_, action) => {
    const told: Progress[] = [];
    let giveUp = false;
    const canceller = new AbortController();
    const tab = askThread({
      signal: canceller.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (giveUp && progress.done > 0) canceller.abort();
      },
    });
    const opened = await tab('createClient', {
      name: 'Given up',
      timeZone: 'Europe/London',
      fiscalYearStart: 1,
      sample: true,
      stamp,
    });
    const record = (next: Action) => tab('act', { action: next, stamp });
    await record({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    if (action.act === 'caseStep')
      await record({ act: 'createCases', seats: undefined, manualReason: undefined });
    const { ledger, cases, dryRunCases } = await tab('renewView', { workingDay: stamp.workingDay });
    expect(opened.client.name).toBe('Given up');

    told.length = 0;
    giveUp = true;
    await expect(record(action)).rejects.toThrow('cancelled');
    expect(told[0]).toEqual({ done: 0, total: 458, unit: 'cases' });
    expect(told.length).toBeGreaterThan(1);
    const after = await tab('renewView', { workingDay: stamp.workingDay });
    expect({ ledger: after.ledger, cases: after.cases, dryRunCases: after.dryRunCases }).toEqual({
      ledger,
      cases,
      dryRunCases,
    });
    expect(await tab('verifyLedger', {})).toEqual({ outcome: 'intact', entries: ledger.length });
  });
});
