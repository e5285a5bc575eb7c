import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfWindow, windowAtPlace } from '../../../src/ui/define/windowScale.ts';

test('every window has a place of its own on the track', () => {
  for (let days = 14; days <= 730; days += 1) expect(windowAtPlace(placeOfWindow(days))).toBe(days);
});

test('the ends of the track are the limits, beyond them too', () => {
  expect([placeOfWindow(14), placeOfWindow(730)]).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (place) => {
      const days = windowAtPlace(place);
      expect(days >= 14 && days <= 730 && Number.isInteger(days)).toBe(true);
    }),
  );
});
