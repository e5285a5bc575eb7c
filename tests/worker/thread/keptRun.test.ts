import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { HeldRun } from '../../../src/core/inventory/seatHistory.ts';
import { bytesToRun, runToBytes } from '../../../src/worker/thread/keptRun.ts';

const RUN: HeldRun = {
  days: [readIsoDay('2026-05-31')!, readIsoDay('2026-04-30')!],
  lists: Uint16Array.of(0, 2, 1),
};
const LISTS = ['may', 'april', 'march'];

describe('a kept run of earlier lists', () => {
  test('is read back for the same lists and as many seats', () => {
    expect(bytesToRun(runToBytes(RUN, LISTS), 3, LISTS)).toEqual(RUN);
  });

  test('of other lists, other seats, another program or damaged bytes is not used', () => {
    const bytes = runToBytes(RUN, LISTS);
    expect(bytesToRun(bytes, 3, ['may', 'april'])).toBeUndefined();
    expect(bytesToRun(bytes, 4, LISTS)).toBeUndefined();
    expect(bytesToRun(bytes.slice(0, 20), 3, LISTS)).toBeUndefined();
    expect(bytesToRun(new ArrayBuffer(2), 3, LISTS)).toBeUndefined();
    const tooMany = bytes.slice();
    new Uint16Array(tooMany, 0, 3)[1] = 3;
    expect(bytesToRun(tooMany, 3, LISTS)).toBeUndefined();
    const otherBuild = bytes.slice();
    new Uint8Array(otherBuild)[6 + '{"build":"'.length] = 0x78;
    expect(bytesToRun(otherBuild, 3, LISTS)).toBeUndefined();
  });
});
