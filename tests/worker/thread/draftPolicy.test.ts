import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.ts';
import { askThread } from '../../support/askThread.ts';
import { STAMP } from '../../support/monthlyLists.ts';

const withWindow = (dormancy: number): Policy => ({
  ...DEFAULT_POLICY,
  windows: { dormancy, borderline: 2 * dormancy },
});

describe('the draft of a client that is open in two tabs', () => {
  test('is not overwritten unseen: the later tab is told of the other draft and nothing changes', async () => {
    const [one, other] = [askThread(), askThread()];
    const view = await one('createClient', {
      name: 'Two tabs',
      timeZone: 'UTC',
      fiscalYearStart: 1,
      sample: false,
      stamp: STAMP,
    });
    const opened = { id: view.client.id, remembered: undefined, stamp: STAMP };
    await other('openClient', opened);
    expect(await one('saveDraftPolicy', { policy: withWindow(60) })).toBeNull();
    expect(await one('saveDraftPolicy', { policy: withWindow(61) })).toBeNull();
    expect(await other('saveDraftPolicy', { policy: withWindow(75) })).toEqual({ other: withWindow(61) });
    const reopened = async (): Promise<number> =>
      (await askThread()('openClient', opened)).draftPolicy.windows.dormancy;
    expect(await reopened()).toBe(61);

    expect(await other('saveDraftPolicy', { policy: withWindow(75), over: true })).toBeNull();
    expect(await reopened()).toBe(75);
    expect(await other('saveDraftPolicy', { policy: withWindow(76) })).toBeNull();
    expect(await one('saveDraftPolicy', { policy: withWindow(62) })).toEqual({ other: withWindow(76) });
    // The same draft in both tabs is no conflict.
    expect(await one('saveDraftPolicy', { policy: withWindow(76) })).toBeNull();
  });
});
