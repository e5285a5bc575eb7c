import { expect, test } from 'vitest';
import type { BriefInput } from '../../../src/brief/content/briefInput.ts';
import { dormancySection } from '../../../src/brief/content/dormancySection.ts';
import { EXAMPLE_INPUT } from './exampleInput.ts';

const words = (changes: Partial<BriefInput>): string =>
  JSON.stringify(dormancySection({ ...EXAMPLE_INPUT, ...changes })).replaceAll('\u00a0', ' ');

test('says beside the undisputed core why the other flagged seats are not in it', () => {
  const text = words({});
  expect(text).toContain(
    '66.4 % of flagged. Not in it: 61 with a signal of some kind in these days; 18 not known to be held for as long; 9 whose',
  );
  const short = words({ core: { core: 0, signal: 0, heldShorter: 0, provedShorter: 262 } });
  expect(short).toContain(
    '0.0 % of flagged. Not in it: 262 whose loaded dates or history do not prove silence for as long',
  );
  const whole = words({ core: { core: 262, signal: 0, heldShorter: 0, provedShorter: 0 } });
  expect(whole).not.toContain('Not in it');
});

test('prints the three classes of confidence', () => {
  const text = words({ confidence: { a: 17, b: 200, c: 45 } });
  expect(text).toContain('{"id":"F-043/A","text":"17"}');
  expect(text).toContain('{"id":"F-043/B","text":"200"}');
  expect(text).toContain('{"id":"F-043/C","text":"45"}');
});
