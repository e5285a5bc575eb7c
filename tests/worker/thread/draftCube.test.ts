import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { countCategories } from '../../../src/core/policy/kernel.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.ts';
import { STATE_CODES, type PreparedSeats } from '../../../src/core/policy/preparedSeats.ts';
import { DraftCube } from '../../../src/worker/thread/draftCube.ts';

function preparedOf(count: number): PreparedSeats {
  return {
    count,
    asOf: readIsoDay('2026-06-30')!,
    lagDays: 0,
    licenceTypes: ['A', 'B'],
    units: ['', 'Finance', 'HR'],
    licenceType: Uint16Array.from({ length: count }, (_, seat) => seat % 2),
    group: Uint16Array.from({ length: count }, (_, seat) => (seat % 3) * 2 + (seat % 2)),
    state: Uint16Array.from({ length: count }, (_, seat) => (seat * 7919) % STATE_CODES),
    tenure: Uint16Array.from({ length: count }, (_, seat) => (seat * 31) % 1462),
    signIn: Uint16Array.from({ length: count }, (_, seat) => (seat * 17) % 1464),
    quiet: new Uint16Array(count),
    blocks: Uint8Array.from({ length: count }, (_, seat) => seat % 4),
    outcome: new Uint8Array(count),
    lastAction: new Int32Array(count),
    lastSignIn: new Int32Array(count),
    usage: { action: new Uint8Array(2), signIn: new Uint8Array(2), signInAsAction: new Uint8Array(2) },
  };
}

const under = (dormancy: number, borderline = 2 * dormancy): Policy => ({
  ...DEFAULT_POLICY,
  windows: { dormancy, borderline },
});

/** Slices that wait, run one by one. */
function waitingSlices() {
  const slices: (() => void)[] = [];
  return {
    later: (slice: () => void) => void slices.push(slice),
    runOne: () => slices.shift()?.(),
    runAll: () => {
      let ran = 0;
      for (let slice = slices.shift(); slice; slice = slices.shift()) {
        slice();
        ran += 1;
      }
      return ran;
    },
    waiting: () => slices.length,
  };
}

test('a drag is answered from the cube once it is whole, with the counts of the pass', () => {
  const prepared = preparedOf(70_000);
  const slices = waitingSlices();
  const cube = new DraftCube(slices.later);
  expect(cube.find(prepared, under(60), undefined)).toBeUndefined();
  expect(slices.waiting()).toBe(0);
  expect(cube.find(prepared, under(61), undefined)).toBeUndefined();
  slices.runOne();
  expect(cube.find(prepared, under(62), undefined)).toBeUndefined();
  expect(slices.runAll()).toBe(2);
  for (const days of [14, 63, 90, 365, 730]) {
    const found = cube.find(prepared, under(days), undefined);
    expect(found?.counts(days)).toEqual(countCategories(prepared, under(days)));
  }
});

test('another borderline limit, other seats and windows of a licence type stop it', () => {
  const prepared = preparedOf(30_000);
  const slices = waitingSlices();
  const cube = new DraftCube(slices.later);
  cube.find(prepared, under(60), undefined);
  cube.find(prepared, under(61), undefined);
  expect(cube.find(prepared, under(61, 200), undefined)).toBeUndefined();
  slices.runAll();
  expect(cube.find(prepared, under(70, 200), undefined)?.counts(70)).toEqual(
    countCategories(prepared, under(70, 200)),
  );
  const own = { ...under(70, 200), windowsByLicenceType: { A: { dormancy: 30, borderline: 60 } } };
  expect(cube.find(prepared, own, undefined)).toBeUndefined();
  expect(cube.find(preparedOf(30_000), under(70, 200), undefined)).toBeUndefined();
});

test('a short list is counted by the pass', () => {
  const prepared = preparedOf(1_000);
  const slices = waitingSlices();
  const cube = new DraftCube(slices.later);
  for (const days of [60, 61, 62]) expect(cube.find(prepared, under(days), undefined)).toBeUndefined();
  expect(slices.waiting()).toBe(0);
});
