import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays, readIsoDay } from '../../src/core/base/epochDay.ts';
import { followDay } from '../../src/app/followDay.ts';
import type { WorkspaceStore } from '../../src/state/workspaceStore.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function followed() {
  const state = { day: readIsoDay('2026-09-12')!, renewed: 0 };
  const workspace = {
    getState: () => ({ renew: () => Promise.resolve(void (state.renewed += 1)) }),
  } as unknown as WorkspaceStore;
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const stop = followDay(workspace, () => state.day, page as unknown as Document);
  const see = (visibilityState: string): void => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { state, see, stop };
}

test('renews when the page is seen again, not when it is hidden', () => {
  const { state, see, stop } = followed();
  see('hidden');
  expect(state.renewed).toBe(0);
  see('visible');
  expect(state.renewed).toBe(1);
  stop();
  see('visible');
  expect(state.renewed).toBe(1);
});

test('renews once when the working day changes while the page stays open', () => {
  const { state, stop } = followed();
  vi.advanceTimersByTime(3_600_000);
  expect(state.renewed).toBe(0);
  state.day = addDays(state.day, 1);
  vi.advanceTimersByTime(60_000);
  expect(state.renewed).toBe(1);
  vi.advanceTimersByTime(3_600_000);
  expect(state.renewed).toBe(1);
  stop();
});
